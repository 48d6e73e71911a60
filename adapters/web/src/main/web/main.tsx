// SPDX-License-Identifier: Apache-2.0
import './app.css';
import './alarms/alarms.css';
import './interfaces/interfaces.css';
import './pages/wall.css';
import './safety/safety.css';
import { render } from 'preact';
import { followBuzzer } from './alarms/sound';
import { App } from './App';
import { followProtection } from './state/protection';
import { followServer } from './state/stream';

followServer();
followBuzzer();
followProtection();
render(<App />, document.getElementById('app')!);
