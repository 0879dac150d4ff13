import { useState } from 'preact/hooks'
import type { CreatorPost } from '../../../../functions/contract/creator.ts'
import { formatCount, formatDay, formatMoney, formatShare } from '../../format/format.ts'
import { t } from '../../messages/creators.ts'
import { t as lists } from '../../messages/lists.ts'
import type { View } from '../../state/view.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Answered, Skeleton } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { useCreatorPosts } from './creator-answers.ts'
import { Missing } from './ranking-columns.tsx'

/** What counts of each post of a creator, newest first. */
export function CreatorPosts({ view, id }: { view: View; id: string }) {
  // A cursor for each page that was turned: the service knows only where the next one begins.
  const [cursors, setCursors] = useState([''])
  const answer = useCreatorPosts(view, id, cursors.at(-1) ?? '')
  return (
    <Card title={t('postsTitle')} note={t('postsNote')}>
      <Answered answer={answer} skeleton={<Skeleton heights={[12]} />}>
        {({ posts, next, currency }) => (
          <>
            {posts.length === 0 && <p class="quiet">{t('noPosts')}</p>}
            {posts.length > 0 && (
              <Table
                cards
                caption={t('postsTitle')}
                columns={columnsOf(currency)}
                rows={posts.map((post, at) => ({ ...post, key: String(at) }))}
                keyOf={({ key }) => key}
              />
            )}
            <div class="actions">
              {cursors.length > 1 && <Button onClick={() => setCursors(cursors.slice(0, -1))}>{t('newer')}</Button>}
              {next !== null && <Button onClick={() => setCursors([...cursors, next])}>{t('older')}</Button>}
            </div>
          </>
        )}
      </Answered>
    </Card>
  )
}

type Row = CreatorPost & { key: string }
type Count = 'impressions' | 'engagements' | 'clicks' | 'conversions'

function columnsOf(currency: string): Column<Row>[] {
  const count = (id: Count): Column<Row> => ({
    id,
    header: t(id),
    align: 'end',
    cell: (post) => (post[id] === null ? lists('noValue') : formatCount(post[id])),
  })
  const text = (value: string | null) => <span dir="auto">{value ?? lists('noValue')}</span>
  return [
    {
      id: 'post',
      header: t('post'),
      cell: ({ post }) => (post === null ? <span class="quiet">{t('noPost')}</span> : <span dir="auto">{post}</span>),
    },
    { id: 'month', header: t('month'), cell: ({ month }) => formatDay(month) },
    {
      id: 'published',
      header: t('published'),
      cell: ({ published }) => (published === null ? lists('noValue') : formatDay(published)),
    },
    { id: 'platform', header: t('platform'), cell: ({ platform }) => text(platform) },
    { id: 'campaign', header: t('campaign'), cell: ({ campaign }) => text(campaign) },
    count('impressions'),
    count('engagements'),
    {
      id: 'engagementRate',
      header: t('engagementRate'),
      align: 'end',
      cell: ({ engagementRate: rate }) =>
        rate.kind === 'unavailable' ? <Missing estimate={rate} /> : formatShare(rate.point, { digits: 1 }),
    },
    count('clicks'),
    count('conversions'),
    {
      id: 'revenue',
      header: t('revenue'),
      align: 'end',
      cell: ({ revenueMinor }) => (revenueMinor === null ? lists('noValue') : formatMoney(revenueMinor, currency)),
    },
  ]
}
