/** A post as files tell of it. */
export type Post = { engagements: number; impressions: number }

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
const mean = (values: readonly number[]): number => sum(values) / values.length
const logRate = ({ engagements, impressions }: Post): number => Math.log(engagements / impressions)

/**
 * From the posts themselves, not from sums over them. The same in R, with a data frame of posts (`id`, `e`, `i`):
 *
 *     y <- log(e / i); n <- table(id); ok <- n[as.character(id)] >= 2
 *     ss <- tapply(y, id, function(x) sum((x - mean(x))^2)) - (n - 1) / n * tapply(1 / e, id, sum)
 *     sd <- sqrt(sum(ss[n >= 2]) / sum(n[n >= 2] - 1))
 */
export function swingByHand(creators: readonly (readonly Post[])[]): number {
  const own = creators.filter((posts) => posts.length >= 2)
  const within = own.map((posts) => {
    const logs = posts.map(logRate)
    const middle = mean(logs)
    const noise = mean(posts.map(({ engagements }) => 1 / engagements)) * (posts.length - 1)
    return sum(logs.map((log) => (log - middle) ** 2)) - noise
  })
  return Math.sqrt(sum(within) / sum(own.map((posts) => posts.length - 1)))
}
