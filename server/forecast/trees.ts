// Asks what was learnt: trees as the plain JSON that is kept, and as flat lists, because each forecast asks some
// thousand of them.

/** A value; or which number of the basis, the threshold, the branch if it is smaller, and the other one. */
export type Tree = number | readonly [at: number, threshold: number, below: Tree, above: Tree]

/** What the trees add for a row. */
export function grown(trees: readonly Tree[], row: readonly number[]): number {
  const { ats, values, others, roots } = flat(trees)
  let sum = 0
  for (let nth = 0; nth < roots.length; nth += 1) {
    let node = roots[nth] as number
    for (let at = ats[node] as number; at >= 0; at = ats[node] as number)
      node = (row[at] ?? 0) < (values[node] as number) ? node + 1 : (others[node] as number)
    sum += values[node] as number
  }
  return sum
}

/** The branch below a split comes right after it. */
interface Flat {
  /** Which number of the row; -1: a leaf. */
  readonly ats: Int16Array
  /** The threshold; for a leaf, its value. */
  readonly values: Float64Array
  /** Where it goes on if the number is not smaller. */
  readonly others: Int32Array
  readonly roots: Int32Array
}

const flattened = new WeakMap<readonly Tree[], Flat>()

function flat(trees: readonly Tree[]): Flat {
  const found = flattened.get(trees)
  if (found) return found
  const [ats, values, others]: [number[], number[], number[]] = [[], [], []]
  const add = (tree: Tree): void => {
    const here = ats.length
    const [at, value, below, above] = typeof tree === 'number' ? [-1, tree] : tree
    ats.push(at)
    values.push(value)
    others.push(0)
    if (below !== undefined) add(below)
    others[here] = ats.length
    if (above !== undefined) add(above)
  }
  const roots = trees.map((tree) => {
    const root = ats.length
    add(tree)
    return root
  })
  const made = {
    ats: Int16Array.from(ats),
    values: Float64Array.from(values),
    others: Int32Array.from(others),
    roots: Int32Array.from(roots),
  }
  flattened.set(trees, made)
  return made
}
