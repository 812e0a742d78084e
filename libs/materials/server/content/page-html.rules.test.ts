import { describe, expect, it } from 'vitest';
import { cleanPage, wordsOf } from './page-html.rules.ts';

describe('cleanPage', () => {
  it.each([
    ['<h2>Mục tiêu</h2><p>Sau <strong>buổi học</strong></p>', '<h2>Mục tiêu</h2><p>Sau <strong>buổi học</strong></p>'],
    ['<h1>Đầu đề</h1>', '<h2>Đầu đề</h2>'],
    ['<p onclick="x()" style="color:red" class="a">A</p>', '<p>A</p>'],
    ['<script>alert(1)</script><p>A</p>', '<p>A</p>'],
    ['<img src=x onerror=alert(1)><iframe src="//x"></iframe><svg onload=x()></svg>', ''],
    ['<a href="javascript:alert(1)">A</a>', '<a rel="noopener noreferrer nofollow" target="_blank">A</a>'],
    ['<a href="//x.example">A</a>', '<a rel="noopener noreferrer nofollow" target="_blank">A</a>'],
    ['<a href="https://chinhphu.vn" onmouseover="x()">A</a>', '<a href="https://chinhphu.vn" rel="noopener noreferrer nofollow" target="_blank">A</a>'],
    ['<form action="/x"><input name="a"><button>B</button></form>', 'B'],
    ['<style>p{}</style><math><mi xlink:href="data:x,y">A</mi></math>', 'A'],
  ])('%s', (html, clean) => {
    expect(cleanPage(html)).toBe(clean);
    expect(cleanPage(clean)).toBe(clean);
  });
});

describe('wordsOf', () => {
  it.each([
    ['<h2>Mục tiêu</h2><p>Sau&nbsp;buổi &amp; học</p>', 'Mục tiêu Sau buổi & học'],
    ['<p></p><p><br></p>', ''],
  ])('%s', (html, words) => expect(wordsOf(html)).toBe(words));
});
