// Whether a page can run on televisions that were never updated: the engine of 2016 and 2017 (Chrome 53 to 56, as in
// Tizen 4 and webOS 4). The bundler lowers syntax; this proves that it did, and that nothing newer is asked of the
// browser.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAst } from 'vite'

/** @import { Rolldown } from 'vite' */
/** @import { Page } from './pages.mjs' */

/**
 * Turns the built pages of televisions into what those can read: scripts that are not modules. Throws if something
 * newer is left in a script or a style sheet.
 * @param {string} outDir
 * @param {readonly Page[]} pages
 * @param {Rolldown.RolldownOutput['output']} output
 */
export function makePlain(outDir, pages, output) {
  for (const { name } of pages) {
    const file = join(outDir, name, 'index.html')
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('<script type="module" crossorigin', '<script defer'),
    )
  }
  const faults = output.flatMap((file) => {
    if (file.type === 'chunk') return scriptFaults(file.code)
    return file.fileName.endsWith('.css') ? styleFaults(String(file.source)) : []
  })
  if (faults.length > 0) throw new Error(`Old televisions can't read the board: ${faults.join(', ')}`)
}

/**
 * Any node of a syntax tree, examined by its fields.
 * @typedef {{ [field: string]: unknown, type: string }} Node
 */

/** Methods newer than those engines; only calls count, since data has fields of the same names. */
const YOUNG_METHODS =
  /^(flat|flatMap|at|replaceAll|matchAll|fromEntries|allSettled|any|finally|padStart|padEnd|trimStart|trimEnd|findLast|findLastIndex|hasOwn|toSorted|toReversed|toSpliced|randomUUID|replaceChildren|replaceWith|toggleAttribute|getOwnPropertyDescriptors|requestIdleCallback)$/
const YOUNG_GLOBALS =
  /^(globalThis|AbortController|AbortSignal|ResizeObserver|structuredClone|queueMicrotask|BigInt|WeakRef|FinalizationRegistry|BroadcastChannel)$/

/** Syntax, each as a test of one node and its parent. @type {[string, (node: Node, parent: Node | null) => boolean][]} */
const YOUNG_SYNTAX = [
  ['a module', ({ type }) => /^(Import|Export)[A-Z]/.test(type) || type === 'MetaProperty'],
  ['optional chaining', ({ type }) => type === 'ChainExpression'],
  ['??', ({ operator }) => operator === '??'],
  ['logical assignment', ({ operator }) => /^(\?\?|\|\||&&)=$/.test(String(operator))],
  ['an async function', (node) => node['async'] === true || node.type === 'AwaitExpression'],
  ['object spread', ({ type }, parent) => type === 'SpreadElement' && parent?.type === 'ObjectExpression'],
  ['object rest', ({ type }, parent) => type === 'RestElement' && parent?.type === 'ObjectPattern'],
  ['catch without a name', (node) => node.type === 'CatchClause' && node['param'] === null],
  ['a class field', ({ type }) => /^(PropertyDefinition|StaticBlock|PrivateIdentifier)$/.test(type)],
  ['a BigInt', (node) => node.type === 'Literal' && typeof node['bigint'] === 'string'],
  ['a digit separator', (node) => typeof node['value'] === 'number' && /_/.test(String(node['raw']))],
  ['a regular expression of today', ({ regex }) => regex !== undefined && isYoungRegex(regex)],
]

/** @param {unknown} regex */
function isYoungRegex(regex) {
  const { pattern, flags } = /** @type {{ pattern: string, flags: string }} */ (regex)
  return /[svd]/.test(flags) || /\(\?<|\\[pP]\{/.test(pattern)
}

/**
 * What a script uses that those browsers do not have. A name that the script checks first, by `typeof` or in a
 * condition, is used only if present; `brought` are those that the page brings along itself.
 * @param {string} code
 * @param {readonly string[]} [brought]
 * @returns {string[]}
 */
export function scriptFaults(code, brought = ['queueMicrotask']) {
  /** @type {Set<string>} */
  const faults = new Set()
  const known = new Set(brought)
  /** @type {(value: unknown, parent: Node | null, field: string) => void} */
  const walk = (value, parent, field) => {
    if (Array.isArray(value)) return value.forEach((one) => walk(one, parent, field))
    if (!isNode(value)) return
    for (const [name, isIt] of YOUNG_SYNTAX) if (isIt(value, parent)) faults.add(name)
    const name = nameOf(value, parent, field)
    if (name !== null) faults.add(name)
    for (const asked of askedBy(value)) known.add(asked)
    for (const [next, child] of Object.entries(value)) walk(child, value, next)
  }
  walk(parseAst(code), null, '')
  return [...faults].filter((name) => !known.has(name.replace(/^\.|\(\)$/g, '')))
}

/**
 * Names that this node checks for in the browser: `typeof name`, `typeof a.name`, `a.name ? … : …`.
 * @param {Node} node
 */
function askedBy(node) {
  const isTypeof = node.type === 'UnaryExpression' && node['operator'] === 'typeof'
  const asked = isTypeof ? node['argument'] : node.type === 'ConditionalExpression' ? node['test'] : null
  if (!isNode(asked)) return []
  const last = isNode(asked['property']) ? asked['property'] : asked
  return typeof last['name'] === 'string' ? [last['name']] : []
}

/** @param {unknown} value @returns {value is Node} */
const isNode = (value) => typeof value === 'object' && value !== null && 'type' in value

/**
 * The newer feature that is used here by name, or null.
 * @param {Node} node
 * @param {Node | null} parent
 * @param {string} field
 */
function nameOf(node, parent, field) {
  if (node.type === 'CallExpression' && isNode(node['callee'])) {
    const { property } = node['callee']
    const name = isNode(property) && node['callee']['computed'] === false ? String(property['name']) : ''
    return YOUNG_METHODS.test(name) ? `.${name}()` : null
  }
  if (node.type !== 'Identifier' || !YOUNG_GLOBALS.test(String(node['name']))) return null
  const isKey = (field === 'property' || field === 'key') && parent?.['computed'] === false
  return isKey ? null : String(node['name'])
}

/** @type {[string, RegExp][]} */
const YOUNG_STYLES = [
  ['@layer', /@layer\b/],
  ['@container', /@container\b/],
  [':is, :where or :has', /:(is|where|has)\(/],
  ['inset', /[;{]inset(-[a-z]+)*:/],
  ['aspect-ratio', /[;{]aspect-ratio:/],
  ['gap', /[;{](grid-)?(row-|column-)?gap:/],
  ['grid', /display:(inline-)?grid/],
  ['logical properties', /[;{](margin|padding|border)-(inline|block)/],
  ['min(), max() or clamp()', /[:,( ](min|max|clamp)\(/],
  ['a colour with four parts', /#([0-9a-f]{8}|[0-9a-f]{4})\b|\b(oklch|oklab|color-mix|lab|lch)\(/i],
  ['a unit of today', /\d(dvh|svh|lvh|dvw|svw|lvw|cqw|cqh)\b/],
  ['a range in a media query', /@media[^{]*[<>]/],
  ['a ratio of one number', /aspect-ratio:[\d.]+\)/],
  ['nesting', /[{;]&/],
  // One selector that a browser does not know invalidates the whole list.
  [
    ':focus-visible in a list',
    /[},][^{}]*,[^{}]*:focus-visible[^{}]*\{|[}][^{}]*:focus-visible[^{}]*,[^{}]*\{/,
  ],
]

/**
 * What a style sheet, as the bundler wrote it, uses that those browsers do not have.
 * @param {string} css
 * @returns {string[]}
 */
export function styleFaults(css) {
  const plain = css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/"[^"]*"|'[^']*'/g, '""')
    .replace(/\s*([{}:;,])\s*/g, '$1')
  return YOUNG_STYLES.filter(([, pattern]) => pattern.test(plain)).map(([name]) => name)
}
