import { expect, test } from 'vitest'
import { withExcluded, withoutExcluded } from '../../web/src/api/upload-options.ts'

test('lines are left out once each, in order, and nothing else of the options changes', () => {
  expect(withExcluded({ moves: 'move', exclude: [9, 3] }, [3, 5])).toEqual({ moves: 'move', exclude: [3, 5, 9] })
  expect(withExcluded({}, [2])).toEqual({ exclude: [2] })
})

test('lines are taken back in, those that were not left out change nothing', () => {
  expect(withoutExcluded({ twins: 'differ', exclude: [3, 5, 9] }, [5, 7])).toEqual({ twins: 'differ', exclude: [3, 9] })
  expect(withoutExcluded({}, [1])).toEqual({ exclude: [] })
})
