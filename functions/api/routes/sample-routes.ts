import { Hono } from 'hono'
import { SampleRemoval } from '../../contract/books.ts'
import { removeSample } from '../../usecases/remove-sample.ts'
import type { ApiDeps, ApiEnv } from '../api-env.ts'
import { declareRoute } from '../declare-route.ts'

const json = 'application/json'

export const sampleRoutes = (deps: Pick<ApiDeps, 'queue'>) =>
  new Hono<ApiEnv>().post(
    '/sample/remove',
    declareRoute({
      id: 'removeSample',
      tag: 'Books',
      summary: 'Take the sample data out of the books',
      description: 'Reverts the sample’s uploads one after another; nothing is deleted. Customers’ files stay.',
      roles: ['finance', 'admin'],
      answers: {
        200: {
          description: 'Nothing was left to begin: what is still on its way out.',
          type: json,
          schema: SampleRemoval,
        },
        202: { description: 'Work was begun: the uploads on their way out.', type: json, schema: SampleRemoval },
      },
      problems: ['conflict', 'upload-state'],
    }),
    async (c) => {
      const { uploads, begun } = await removeSample({ ...deps, ...c.var }, { by: c.var.actor.name })
      return c.json(SampleRemoval.parse({ uploads }), begun ? 202 : 200)
    },
  )
