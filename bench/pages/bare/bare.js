import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
  ScatterController,
  Tooltip,
} from 'chart.js'

// The parts that the dashboard registers; nothing else is loaded.
Chart.register(BarController, BarElement, LineController, LineElement, PointElement, ScatterController)
Chart.register(CategoryScale, LinearScale, LogarithmicScale, Tooltip)
Chart.defaults.animation = false
Chart.defaults.maintainAspectRatio = false

const charts = await (await fetch('/data.json')).json()
const canvases = charts.map(({ size: [width, height] }) => {
  const frame = document.body.appendChild(document.createElement('div'))
  Object.assign(frame.style, { position: 'relative', width: `${width}px`, height: `${height}px` })
  return frame.appendChild(document.createElement('canvas'))
})
for (const [at, { config }] of charts.entries()) new Chart(canvases[at], config)
