// Components as HTML text: nothing in a plan or typed by a person can break out of its place.
import { Fragment, h } from 'preact'
import { useState } from 'preact/hooks'
import { expect, it } from 'vitest'
import { markup } from '../../server/http/ground/markup.ts'

const nasty = `<script>alert("1")</script> & 'co'`
const harmless = `&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; 'co'`

it('texts and attributes are escaped', () => {
  expect(markup(h('p', { class: nasty }, nasty))).toBe(`<p class="${harmless}">${harmless}</p>`)
  expect(markup(h('p', { dangerouslySetInnerHTML: { __html: nasty } }))).toBe('<p></p>')
})

it('nothing is written for missing values; only aria attributes can be false', () => {
  expect(markup([null, undefined, false, true, 0, '', 'a'])).toBe('0a')
  const button = h('button', { hidden: false, disabled: true, 'aria-pressed': false, onClick: () => {} })
  expect(markup(button)).toBe('<button disabled aria-pressed="false"></button>')
})

it('components, fragments and elements without an end', () => {
  const Twice = ({ word }: { word: string }) => h(Fragment, null, word, h('br', null), word)
  expect(markup(h('b', null, h(Twice, { word: 'a' }), ['b', 1]))).toBe('<b>a<br>ab1</b>')
})

it('refuses a component with state, and a foreign object', () => {
  const Counter = () => h('p', null, useState(0)[0])
  expect(() => markup(h(Counter, null))).toThrow(TypeError)
  expect(() => markup({ toString: () => nasty } as never)).toThrow('elements and texts')
})
