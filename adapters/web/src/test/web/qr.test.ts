// SPDX-License-Identifier: Apache-2.0
import { test } from 'node:test';
import { equal, ok } from 'node:assert/strict';
import { penalty, qr } from '../../main/web/access/qr';
import type { Matrix } from '../../main/web/access/qr';

/**
 * Symbols as another encoder (qrencode 4.1.1, byte mode, level M) made them: the mask that it chose, and the rows from
 * above, each as a hexadecimal number with dark for 1 and the leftmost module first.
 */
const KNOWN: [words: string, mask: number, rows: string][] = [
  ['Evenfloat 3', 0,
    '1fc37f 105e41 174a5d 174b5d 17555d 104141 1fd57f b00 154a12 18acb1 1fe9f3 5b810 1659a3 1232 1fca7f ' +
    '1047a1 175a20 1742b6 175571 1045b2 1fddb3'],
  ['Evenfloat 72', 1,
    '1fd17f 104641 17545d 17495d 174d5d 105441 1fd57f a00 146f25 13ac1b a4c59 135ba 14d009 1c98 1fd7d5 ' +
    '104d08 174f88 17471c 1757db 104b18 1fdd19'],
  ['Evenfloat 7', 2,
    '1fc97f 104141 175c5d 17545d 17595d 105241 1fd57f 1000 17c67c c0f3f f7982 10a79e 1e7dd2 1dbc 1fc20e ' +
    '10502f 175a51 175538 175500 104a3c 1fd7c2'],
  ['Evenfloat 396', 3,
    '1fd87f 105641 17475d 175c5d 17465d 104b41 1fd57f 1b00 16ef4b 11153f 1a4aef 108d28 1efbd2 1dd1 ' +
    '1fd4b8 105b2e 17473e 175b8e 175900 104d51 1fd074'],
  ['Evenfloat 0', 4,
    '1fd57f 104b41 17415d 17545d 17515d 105a41 1fd57f 1f00 1172f9 17bbdc 5a9e 181882 d5d31 195f 1fd112 ' +
    '104733 175eb2 1745db 17421c 104e20 1fdd21'],
  ['Evenfloat 188', 5,
    '1fcb7f 105141 175e5d 17565d 174d5d 104e41 1fd57f 1c00 1056ce 188d4e 1b7982 585be f5609 1a9c 1fcd0e ' +
    '104d5f 174853 174218 174bdb 104b1c 1fd5c2'],
  ['Evenfloat 17', 6,
    '1fda7f 105b41 17595d 17445d 175d5d 104b41 1fd57f 300 13f997 12154e 668cb 1ebea6 d6009 1d5f 1fd99c ' +
    '10565d 17591a 175000 174bdb 1043df 1fdd50'],
  ['otpauth://totp/Evenfloat:eva?secret=JBSWY3DPEHPK3PXP&issuer=Evenfloat&digits=6', 4,
    '1fd681ab7f 104aa28941 17403ed65d 1754941f5d 175d98395d 1054331541 1fd555557f 166eb000 117d1ed6f9 ' +
    '1d1c406bda 1776cae44 1a00b9b256 76e5ee063 103ea06631 14f565b79c 6a4bae796 7d0a69955 1e959c2f16 ' +
    '1c45d264c a318cd545 11ef71d1ca 9be1c2fb3 a41e53704 ab7c1d6d6 96c53f1df 18304c2310 4f2a1ee3c ' +
    '4187b9187 1e5353b1f2 14146f19 1fda29ad54 10405ef115 175487f1fd 1744d0afe5 1744913ce0 104948b0ce ' +
    '1fd1f0d2df'],
  ['otpauth://totp/Café Nord:eva?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Evenfloat&algorithm=SHA1&digits=6&period=30', 4,
    '1fd44505717f 1046fc7b3a41 17480471ba5d 17597161ab5d 175631f7df5d 10547b186041 1fd55555557f ' +
    '198d16b200 117229f51cf9 1692d58f536c 86108c76bd2 1c8670d02c93 1ad9076e5fe0 18a1bba5fbe0 6c2c1c967ca ' +
    'd03baca7a12 1e452fda98ee 4084c96f97f 17f147c5a3ba 1c8164f81702 5f96df4d7f1 1d1e6b17cb1e ' +
    '1350695eab5a 1f1db3135313 3ff85ffdffb 151b0cc5d926 bff51d1a296 1083b9068410 d74e6ac9d7a 68c89a549e6 ' +
    'c62d979469a 1438fa8ebf71 165433be9d37 f3af445cb43 17a4d35f19a f016043d400 135ffbfa51f3 1e4d14d914 ' +
    '1fd44d571b5a 1047471e3713 1756b7fad3f0 17472c26c9b4 1744da17483e 104f09a07a80 1fd6b57cf851'],
  ['Batterie '.repeat(23), 4,
    '1fd07c35f96f67f 104a43581f09241 17481f6a9d2be5d 17548653289e25d 1759367ffb4d25d 105901f45721441 ' +
    '1fd55555555557f 120aac5723e00 117ebacfdbed2f9 17b69a3ee355b6e 4675ce94b3ec62 ab1254a9769ab2 ' +
    '154805307b4186a 1110d79ed36db4f dc4f941ab5dafa 151a7562dea8483 3ef218ed761868 1835373de95fb67 ' +
    'f4cac73cafc3fe 1fb6766835a36a0 1566f28ed3e50e3 e978a58fb5d944 1ac12c896afc0de 159452083f89c22 ' +
    'fccd5cadbed4a3 130831f6f94f94e 5f423b7e0d69f2 3149f6c7f09f18 1550056d53a5751 131a0734586f916 ' +
    '13fdecafee5abfe 10b3e5855fad551 1b4f9a59d36d953 1c1401ee58ee36f 1a5a527d1e6cb2b 71d6a1e4b3dd70 ' +
    '1e9c46159af5d3 fba28763b4d886 146ea645087eb90 1a1edb42f7b1552 c6d2c44dbed0d9 1ea4ca7ed84e8a6 ' +
    '5641a8f8274aa2 1f308633f583d71 9f7319b53e587b 1c16057a196f9e4 14c149e900760ba 1f3bd8a3dd2bd50 ' +
    '704bafd7619f5 19e0b47b4fb10 1fd7b84568de352 104369245d23f12 175aeab7d7ed3f1 1748e0d96b559ff ' +
    '1744d1c9c83ec90 1043dea31761ab0 1fd3b6c63b4d929'],
];

function rows(matrix: Matrix): string {
  return matrix.map(row => BigInt('0b' + row.map(dark => (dark ? '1' : '0')).join('')).toString(16)).join(' ');
}

test('symbols are those that another encoder makes', () => {
  for (const [words, mask, expected] of KNOWN) equal(rows(qr(words, mask)!), expected, words);
});

test('each mask gives another symbol, and the best of them is drawn', () => {
  const words = KNOWN[1]![0];
  const masked = [0, 1, 2, 3, 4, 5, 6, 7].map(mask => qr(words, mask)!);
  equal(new Set(masked.map(rows)).size, 8);
  const drawn = qr(words)!;
  ok(masked.some(each => rows(each) === rows(drawn)));
  equal(penalty(drawn), Math.min(...masked.map(penalty)));
});

test('the smallest version that holds the bytes is taken, and too many bytes are refused', () => {
  const sizes: [bytes: number, size: number | undefined][] = [
    [0, 21], [14, 21], [15, 25], [26, 25], [27, 29], [42, 29], [43, 33], [62, 33], [63, 37], [84, 37], [85, 41], [106, 41],
    [107, 45], [122, 45], [123, 49], [152, 49], [153, 53], [180, 53], [181, 57], [213, 57], [214, undefined]];
  for (const [bytes, size] of sizes) equal(qr('x'.repeat(bytes))?.length, size, `${bytes} bytes`);
});

test('what is hard to read is counted', () => {
  const plain = (dark: boolean) => Array.from({ length: 6 }, () => new Array<boolean>(6).fill(dark));
  equal(penalty(plain(false)), 12 * 4 + 25 * 3 + 100);
  equal(penalty(plain(true)), 12 * 4 + 25 * 3 + 100);
  const board = plain(false).map((row, r) => row.map((_, c) => (r + c) % 2 === 0));
  equal(penalty(board), 0);
});
