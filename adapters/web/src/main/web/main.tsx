// SPDX-License-Identifier: Apache-2.0
import './app.css';
import { render } from 'preact';
import { followBuzzer } from './alarms/sound';
import { App } from './App';
import { followServer } from './state/stream';

followServer();
followBuzzer();
render(<App />, document.getElementById('app')!);
