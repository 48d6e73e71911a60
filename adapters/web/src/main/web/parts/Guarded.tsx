// SPDX-License-Identifier: Apache-2.0
import { Component } from 'preact';
import type { ComponentChildren } from 'preact';
import { text } from '../text';

interface Props {
  /** Where the page is: another place is tried anew. */
  place: string;
  children: ComponentChildren;
}

/** A page that cannot be drawn says so in its own room: banner, search and the other pages go on. */
export class Guarded extends Component<Props, { failure: string | null }> {
  override state = { failure: null as string | null };

  static override getDerivedStateFromError(error: unknown): { failure: string } {
    console.error(error);
    return { failure: error instanceof Error ? error.message : String(error) };
  }

  override componentDidUpdate(before: Props): void {
    if (before.place !== this.props.place && this.state.failure !== null) this.setState({ failure: null });
  }

  override render() {
    const { failure } = this.state;
    if (failure === null) return this.props.children;
    return <p role="alert" class="failure">{text().pageFailed(failure)}</p>;
  }
}
