import type { Upload } from '../../../../../functions/contract/upload.ts'
import { useReading } from '../../../api/upload-reading.ts'
import { t as uploads } from '../../../messages/uploads.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { sayCount } from './say-asked.ts'
import { toAsked } from './to-asked.ts'

type AskedLinkProps = { workspace: string; upload: Upload; href: string }

/** Goes to a file that was not loaded: to what is asked about it, or to its problems. */
export function AskedLink({ workspace, upload, href }: AskedLinkProps) {
  const { data } = useReading({ workspace, id: upload.id }, upload, 0)
  const asked = data ? toAsked(data.reading, data.missing) : null
  return (
    <ButtonLink kind={asked ? 'main' : 'normal'} href={href}>
      {asked ? sayCount(asked) : uploads('seeProblems')}
    </ButtonLink>
  )
}
