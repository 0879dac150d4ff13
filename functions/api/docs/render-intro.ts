import { html } from 'hono/html'
import { UploadKind } from '../../contract/upload.ts'
import type { Html } from './render-schema.ts'

/** What this is, and the first upload in a minute. */
export function renderIntro(origin: string): Html {
  const { hostname, port } = new URL(origin)
  const local = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
  const where = local ? `export PORT=${port || 80}` : `export TIERWISE_URL=${origin} TIERWISE_TOKEN=…`
  const books = `${origin}/api/w/main`
  return html`<header class="intro" id="start">
    <p class="brand">Tierwise</p>
    <h1>Which creators pay: the many small ones or the few big ones?</h1>
    <p class="lead">Finance uploads what was spent and what it brought. Tierwise keeps it in books whose every past state can be
      shown again, and answers what a conversion cost with micro and with macro creators, exact to the cent.</p>
    <h2>The first upload in a minute</h2>
    <p>In the folder that <code>npm start</code> runs in, with the same <code>DATA_DIR</code> if you gave it one. A template holds the
      columns of a kind and a line to replace:
      ${UploadKind.options.map((kind) => html`<a href="/api/templates/${kind}">${kind}</a> `)}</p>
    <pre>${where}
curl -o /tmp/spend.csv ${origin}/api/templates/spend
npm run -s tierwise -- upload /tmp/spend.csv --kind spend --commit
npm run -s tierwise -- report --from 2026-03-01 --to 2026-03-31</pre>
    <details class="aside">
      <summary>The same with curl</summary>
      <pre>TOKEN=$(npm run -s tierwise -- token --role finance)
AUTH="Authorization: Bearer $TOKEN"
BYTES=$(wc -c &lt; /tmp/spend.csv)

# announce the file, send its one part, check it
ID=$(curl -s -H "$AUTH" ${books}/uploads \\
  --json '{"kind":"spend","filename":"spend.csv","bytes":'$BYTES'}' | jq -r .id)
gzip -c /tmp/spend.csv | curl -s -H "$AUTH" -T - ${books}/uploads/$ID/parts/1
curl -s -H "$AUTH" -X POST ${books}/uploads/$ID/check

# when its state is "ready", commit the preview that it shows
PREVIEW=$(curl -s -H "$AUTH" ${books}/uploads/$ID | jq -r .preview)
curl -s -H "$AUTH" ${books}/uploads/$ID/commit \\
  --json '{"preview":"'$PREVIEW'"}'
curl -s -H "$AUTH" '${books}/report?from=2026-03-01&amp;to=2026-03-31'</pre>
    </details>
  </header>`
}
