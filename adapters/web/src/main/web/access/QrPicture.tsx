// SPDX-License-Identifier: Apache-2.0
import { qr } from './qr';

const QUIET = 4;

/** A QR code; dark on light in every theme, since not every camera reads the other way. */
export function QrPicture({ words, label }: { words: string; label: string }) {
  const matrix = qr(words);
  if (!matrix) return null;
  const size = matrix.length + 2 * QUIET;
  const path = matrix.map((row, r) => row.map((dark, c) => (dark ? `M${c + QUIET} ${r + QUIET}h1v1h-1z` : '')).join('')).join('');
  return (
    <svg class="qr" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
