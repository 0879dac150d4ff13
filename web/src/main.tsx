import { render } from 'preact'
import './styles/tokens.css'
import './styles/base.css'
import './styles/shell.css'
import './styles/top-bar.css'
import './styles/notices.css'
import './styles/controls.css'
import './styles/choices.css'
import './styles/floating.css'
import './styles/surfaces.css'
import './styles/tables.css'
import './styles/charts.css'
import './styles/phone.css'
import { App } from './app/app.tsx'

const root = document.getElementById('app')
if (!root) throw new Error('index.html has no #app')
render(<App />, root)
