// SPDX-License-Identifier: Apache-2.0
declare module '*.svg' {
  const text: string;
  export default text;
}
declare module '*.css';
