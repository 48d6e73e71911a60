// SPDX-License-Identifier: Apache-2.0
import './app.css';
import { render } from 'preact';
import { App } from './App';
import { followServer } from './state/stream';

followServer();
render(<App />, document.getElementById('app')!);
