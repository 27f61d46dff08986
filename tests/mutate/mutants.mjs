// The mutants of a file: what a programmer could have got wrong in it, one at a time. All of them are built into one
// text, in which `__is(id)` says which one is alive, so that a file is compiled once for all.
import { parseAst } from 'vite'

/**
 * A node of a syntax tree, as far as it is used here.
 * @typedef {{ type: string, start: number, end: number, operator: string, value: unknown, name: string, optional?: boolean,
 *   left: Node, right: Node, argument: Node, test: Node, callee: Node, object: Node, property: Node, expression: Node }} Node
 * @typedef {{ id: number, line: number, start: number, end: number, was: string, is: string }} Mutant `start` and `end` in the file
 * @typedef {{ start: number, end: number, is: string[], statement: boolean }} Spot
 */

/**
 * What an operator may be replaced by.
 * @type {Record<string, string[] | undefined>}
 */
const others = {
  '<': ['<='],
  '<=': ['<'],
  '>': ['>='],
  '>=': ['>'],
  '===': ['!=='],
  '!==': ['==='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '&&': ['||'],
  '||': ['&&'],
}
/**
 * Methods that another one, or none, could plausibly replace.
 * @type {Record<string, string | null | undefined>}
 */
const methods = {
  filter: null,
  some: 'every',
  every: 'some',
  min: 'max',
  max: 'min',
  sort: null,
  find: 'findLast',
  slice: null,
}

/** The arguments of a search for the only one with an id. */
const byId = /^\((?:\(?(\w+)\)? => \1\.id|\(\{ id \}\) => id) === [\w.]+,?\)$/

/**
 * @param {string} code TypeScript
 * @param {number} first the id of the first mutant
 * @returns {{ text: string, mutants: Mutant[] }}
 * @throws if the text is no TypeScript
 */
export function mutate(code, first) {
  /** @type {Spot[]} */
  const spots = []
  /** @param {Node} node @param {string[]} is */
  const spot = ({ start, end }, is, statement = false) => spots.push({ start, end, is, statement })
  /** @param {Node} node */
  const text = ({ start, end }) => code.slice(start, end)
  walk(parseAst(code, { lang: 'ts' }), (node, parent) => {
    if (node.type === 'BinaryExpression' || node.type === 'LogicalExpression') {
      // Joining texts is not addition.
      const texts = [node.left, node.right].some((side) => /^['"`]/.test(text(side)))
      const is = (others[node.operator] ?? []).filter(() => !texts)
      // Brackets around a side are no part of its node; a comment between the two is left alone.
      const between = code.slice(node.left.end, node.right.start)
      const [, closing = '', operator, opening = ''] =
        /^((?:\s*\))*)\s*([^\s()]+)\s*((?:\(\s*)*)$/.exec(between) ?? []
      if (operator === node.operator && is.length > 0) {
        const [left, right] = [code.slice(node.start, node.left.end), code.slice(node.right.start, node.end)]
        spot(
          node,
          is.map((one) => `${left}${closing} ${one} ${opening}${right}`),
        )
      }
    } else if (node.type === 'UnaryExpression' && node.operator === '!') {
      spot(node, [code.slice(node.start + 1, node.end)])
    } else if (node.type === 'Literal' && typeof node.value === 'boolean' && isValue(parent, node)) {
      spot(node, [String(!node.value)])
    } else if (node.type === 'IfStatement' || node.type === 'ConditionalExpression') {
      spot(node.test, ['true', 'false'])
    } else if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression') {
      const { object, property } = node.callee
      const other = Object.hasOwn(methods, property.name) ? methods[property.name] : undefined
      if (other === undefined || node.callee.optional || node.optional) return
      // No two of a list have the same id, so the last one with it is the first.
      if (property.name === 'find' && byId.test(code.slice(property.end, node.end))) return
      // With the brackets around the object, which are no part of its node.
      const [closing = ''] = /^(\s*\))*/.exec(code.slice(object.end, property.start)) ?? []
      const whole = code.slice(node.start, object.end) + closing
      const is = other === null ? whole : `${whole}.${other}${code.slice(property.end, node.end)}`
      spot(node, [is])
    } else if (node.type === 'ExpressionStatement' && node.expression.type === 'CallExpression') {
      spot(node, [''], true)
    }
  })
  /** @type {Map<string, Spot>} */
  const merged = new Map()
  for (const { start, end, is, statement } of spots) {
    const key = `${start} ${end}`
    const before = merged.get(key)
    // A call that is all of a statement is left out, or stays as it is.
    if (before?.statement) continue
    merged.set(key, { start, end, statement, is: [...(before?.is ?? []), ...is] })
  }
  const sorted = [...merged.values()].sort((a, b) => a.start - b.start || b.end - a.end)
  /** @type {Mutant[]} */
  const mutants = []
  let id = first
  let next = 0
  /** @param {number} at */
  const line = (at) => code.slice(0, at).split('\n').length
  /**
   * The text from one place to another with all mutants in it.
   * @param {number} from @param {number} to @returns {string}
   */
  function render(from, to) {
    let out = ''
    let at = from
    for (;;) {
      const one = sorted[next]
      if (!one || one.start >= to) break
      next += 1
      out += code.slice(at, one.start)
      const [begin, was] = [id, code.slice(one.start, one.end)]
      for (const is of one.is)
        mutants.push({ id: id++, line: line(one.start), start: one.start, end: one.end, was, is })
      const inner = render(one.start, one.end)
      const choice = one.is.map((is, nth) => `__is(${begin + nth}) ? (${is}) : `).join('')
      out += one.statement ? `{ if (!__is(${begin})) {${inner}} }` : `(${choice}(${inner}))`
      at = one.end
    }
    return out + code.slice(at, to)
  }
  const built = prelude + render(0, code.length)
  // Else every test of the file would be left out, as if it failed by itself.
  parseAst(built, { lang: 'ts' })
  return { text: built, mutants }
}

/** In one line, so that errors keep their lines. The worker's setup decides which mutant is alive. */
const prelude = `const __is = globalThis.mutantIs ?? (() => false); `

/**
 * Whether a literal is a value, and not part of a type.
 * @param {Node | null} parent
 * @param {Node} node
 */
function isValue(parent, node) {
  return !parent?.type.startsWith('TS') || parent.expression === node
}

/**
 * Calls `visit` for each node that is not part of a type.
 * @param {unknown} tree
 * @param {(node: Node, parent: Node | null) => void} visit
 * @param {Node | null} parent
 */
function walk(tree, visit, parent = null) {
  if (Array.isArray(tree)) for (const one of tree) walk(one, visit, parent)
  if (tree === null || typeof tree !== 'object' || !('type' in tree) || typeof tree.type !== 'string') return
  const node = /** @type {Node} */ (tree)
  if (/^TS(?!As|NonNull|Satisfies)/.test(node.type)) return
  visit(node, parent)
  for (const [key, child] of Object.entries(node)) if (key !== 'parent') walk(child, visit, node)
}
