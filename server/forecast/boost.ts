// Quantiles from examples: small regression trees, each of which corrects what the ones before it left (gradient
// boosting, Friedman 2001, with the pinball loss of Koenker & Bassett 1978). Own code, because it is small, must run
// without a network and without native code, and what it learns is plain JSON. The same examples give the same trees.
import { randomFrom } from '../training/random.ts'
import type { Tree } from './trees.ts'

export interface Examples {
  /** One row of numbers each, all of the same length. */
  readonly rows: readonly (readonly number[])[]
  /** What each example came to, and where its quantile starts. */
  readonly target: Float64Array
  readonly start: Float64Array
  readonly weight: Float64Array
  /** 1 where the truth is above `target` and nobody knows how far. */
  readonly isAbove: Uint8Array
}

const LEAVES = 16
const RATE = 0.1
const PART = 0.5
const MOST_BINS = 48
/** The share of all examples that a leaf has at least; and never fewer than this. */
const LEAST = { share: 0.01, count: 40 }
/** The bins in which a leaf's quantile is looked for, and how far they reach. */
const STEPS = 512
const REACH = 2

interface Leaf {
  readonly from: number
  readonly to: number
  readonly hist: Hist
  readonly split: { readonly gain: number; readonly at: number; readonly bin: number } | null
}

/** For each bin of each number that a tree looks at: the sums of gradients and weights, and how many examples. */
type Hist = Float64Array

/** The length of a bin's three figures, and of all bins of one number. */
const CELL = 3
const LINE = CELL * MOST_BINS

/** Up to `most` trees whose sum, added to `start`, is the quantile `share` of the target. */
export function boost(examples: Examples, share: number, most: number): Tree[] {
  return new Boosting(examples, share).run(most)
}

class Boosting {
  private readonly examples: Examples
  private readonly share: number
  private readonly count: number
  private readonly width: number
  private readonly edges: readonly (readonly number[])[]
  private readonly bins: Uint8Array
  private readonly value: Float64Array
  private readonly rest: Float64Array
  private readonly gradient: Float64Array
  private readonly weight: Float64Array
  private readonly order: Uint32Array
  private readonly least: number
  private readonly random = randomFrom(1)
  private features: number[] = []
  /** Histograms that no leaf needs any more. */
  private readonly spare: Hist[] = []

  constructor(examples: Examples, share: number) {
    const { rows, start } = examples
    this.examples = examples
    this.share = share
    this.count = rows.length
    const { width, edges, bins } = binned(rows)
    this.width = width
    this.edges = edges
    this.bins = bins
    this.value = Float64Array.from(start)
    this.rest = new Float64Array(this.count)
    this.gradient = new Float64Array(this.count)
    this.weight = new Float64Array(this.count)
    this.order = new Uint32Array(this.count)
    this.least = Math.max(LEAST.count, Math.floor(LEAST.share * this.count * PART))
  }

  run(most: number): Tree[] {
    const trees: Tree[] = []
    // First one value for all examples, then trees that tell them apart.
    this.measure()
    const all = this.draw(1)
    const base = this.quantile(0, all)
    if (base !== 0) trees.push(this.add(base))
    if (this.count < 4 * this.least) return trees
    for (let nth = 0; nth < most; nth += 1) {
      this.measure()
      const drawn = this.draw(PART)
      this.features = this.edges.flatMap((edges, at) =>
        edges.length > 0 && this.random() < PART ? [at] : [],
      )
      trees.push(this.add(this.grow(drawn)))
    }
    return trees
  }

  private measure(): void {
    const { examples, value, rest, gradient, weight, share, count } = this
    for (let at = 0; at < count; at += 1) {
      const left = (examples.target[at] as number) - (value[at] as number)
      // The truth is above the target; nobody knows whether it is above the quantile too.
      const counts = examples.isAbove[at] === 1 && left <= 0 ? 0 : (examples.weight[at] as number)
      rest[at] = left
      weight[at] = counts
      gradient[at] = counts * (left > 0 ? share : share - 1)
    }
  }

  private draw(part: number): number {
    let drawn = 0
    for (let at = 0; at < this.count; at += 1)
      if (part === 1 || this.random() < part) {
        this.order[drawn] = at
        drawn += 1
      }
    return drawn
  }

  private add(tree: Tree): Tree {
    const { value, bins, width, edges } = this
    // Thresholds are looked up again as bins: comparing small whole numbers is quicker than rows of numbers.
    const binnedTree = asBins(tree, edges)
    for (let at = 0; at < this.count; at += 1) {
      let node = binnedTree
      while (typeof node !== 'number')
        node = (bins[at * width + node[0]] as number) <= node[1] ? node[2] : node[3]
      value[at] = (value[at] as number) + node
    }
    return tree
  }

  private grow(drawn: number): Tree {
    const nodes: (Leaf & { below?: number; above?: number })[] = []
    const leaf = (from: number, to: number, hist: Hist) => {
      nodes.push({ from, to, hist, split: this.bestSplit(hist, to - from) })
      return nodes.length - 1
    }
    const open = [leaf(0, drawn, this.histOf(0, drawn))]
    while (open.length < LEAVES) {
      const best = open.reduce((a, b) =>
        (nodes[b]?.split?.gain ?? 0) > (nodes[a]?.split?.gain ?? 0) ? b : a,
      )
      const node = nodes[best]
      if (!node?.split) break
      const middle = this.part(node.from, node.to, node.split.at, node.split.bin)
      const isLeftSmaller = middle - node.from < node.to - middle
      const small = isLeftSmaller ? this.histOf(node.from, middle) : this.histOf(middle, node.to)
      const large = this.without(node.hist, small)
      node.below = leaf(node.from, middle, isLeftSmaller ? small : large)
      node.above = leaf(middle, node.to, isLeftSmaller ? large : small)
      open.splice(open.indexOf(best), 1, node.below, node.above)
    }
    for (const at of open) this.spare.push((nodes[at] as Leaf).hist)
    const tree = (at: number): Tree => {
      const { split, from, to, below, above } = nodes[at] as (typeof nodes)[number]
      if (!split || below === undefined || above === undefined) return rounded(RATE * this.quantile(from, to))
      return [split.at, this.edges[split.at]?.[split.bin] ?? 0, tree(below), tree(above)]
    }
    return tree(0)
  }

  private histOf(from: number, to: number): Hist {
    const { bins, width, order, gradient, weight } = this
    const features = Uint32Array.from(this.features)
    const hist = this.emptyHist()
    for (let at = from; at < to; at += 1) {
      const example = order[at] as number
      const [g, w] = [gradient[example] as number, weight[example] as number]
      const row = example * width
      for (let nth = 0; nth < features.length; nth += 1) {
        const cell = nth * LINE + CELL * (bins[row + (features[nth] as number)] as number)
        hist[cell] = (hist[cell] as number) + g
        hist[cell + 1] = (hist[cell + 1] as number) + w
        hist[cell + 2] = (hist[cell + 2] as number) + 1
      }
    }
    return hist
  }

  private emptyHist(): Hist {
    const length = this.features.length * LINE
    return this.spare.pop()?.fill(0, 0, length) ?? new Float64Array(this.width * LINE)
  }

  /** Subtracts in place: the result takes over a histogram that nobody needs any more. */
  private without(all: Hist, part: Hist): Hist {
    const length = this.features.length * LINE
    for (let at = 0; at < length; at += 1) all[at] = (all[at] as number) - (part[at] as number)
    return all
  }

  private bestSplit(hist: Hist, size: number): Leaf['split'] {
    let best: Leaf['split'] = null
    if (size < 2 * this.least) return best
    for (const [nth, at] of this.features.entries()) {
      const first = nth * LINE
      const end = first + LINE
      let [g, w] = [0, 0]
      for (let cell = first; cell < end; cell += CELL) {
        g += hist[cell] as number
        w += hist[cell + 1] as number
      }
      const whole = (g * g) / Math.max(1e-12, w)
      let [below, weighs, count] = [0, 0, 0]
      const last = (this.edges[at] ?? []).length
      for (let bin = 0; bin < last; bin += 1) {
        const cell = first + CELL * bin
        below += hist[cell] as number
        weighs += hist[cell + 1] as number
        count += hist[cell + 2] as number
        if (count < this.least) continue
        if (size - count < this.least) break
        const gain =
          below ** 2 / Math.max(1e-12, weighs) + (g - below) ** 2 / Math.max(1e-12, w - weighs) - whole
        if (gain > (best?.gain ?? 1e-9)) best = { gain, at, bin }
      }
    }
    return best
  }

  /** Moves those below the split to the front; returns where the others begin. */
  private part(from: number, to: number, feature: number, bin: number): number {
    const { order, bins, width } = this
    let [low, high] = [from, to - 1]
    while (low <= high) {
      const example = order[low] as number
      if ((bins[example * width + feature] as number) <= bin) low += 1
      else {
        order[low] = order[high] as number
        order[high] = example
        high -= 1
      }
    }
    return low
  }

  /** The weighted quantile of what is left to correct in these, to a step of the histogram. */
  private quantile(from: number, to: number): number {
    const hist = new Float64Array(STEPS)
    let all = 0
    for (let at = from; at < to; at += 1) {
      const example = this.order[at] as number
      const step = Math.floor((((this.rest[example] as number) + REACH) / (2 * REACH)) * STEPS)
      const place = Math.max(0, Math.min(STEPS - 1, step))
      hist[place] = (hist[place] as number) + (this.weight[example] as number)
      all += this.weight[example] as number
    }
    if (all === 0) return 0
    let sum = 0
    for (let step = 0; step < STEPS; step += 1) {
      const here = hist[step] as number
      if (sum + here >= this.share * all)
        return ((step + (here > 0 ? (this.share * all - sum) / here : 0.5)) / STEPS) * 2 * REACH - REACH
      sum += here
    }
    return REACH
  }
}

interface Binned {
  readonly width: number
  readonly edges: readonly (readonly number[])[]
  readonly bins: Uint8Array
}

/** The three figures of a forecast are learnt from the same rows. */
const known = new WeakMap<Examples['rows'], Binned>()

function binned(rows: Examples['rows']): Binned {
  const found = known.get(rows)
  if (found) return found
  const width = rows[0]?.length ?? 0
  const edges = Array.from({ length: width }, (_, at) => edgesOf(rows, at))
  const bins = new Uint8Array(rows.length * width)
  for (const [at, row] of rows.entries())
    for (let feature = 0; feature < width; feature += 1)
      bins[at * width + feature] = binOf(edges[feature] ?? [], row[feature] ?? 0)
  const made = { width, edges, bins }
  known.set(rows, made)
  return made
}

/** Thresholds that divide the values of one number into groups of about equal size. */
function edgesOf(rows: readonly (readonly number[])[], at: number): number[] {
  const values = Float64Array.from(rows, (row) => row[at] ?? 0).sort()
  const edges: number[] = []
  for (let bin = 1; bin < MOST_BINS; bin += 1) {
    const value = values[Math.floor((bin * values.length) / MOST_BINS)] ?? 0
    if (value > (edges.at(-1) ?? values[0] ?? 0)) edges.push(value)
  }
  return edges
}

/** How many of the thresholds are not above the value. */
function binOf(edges: readonly number[], value: number): number {
  let [low, high] = [0, edges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((edges[middle] as number) <= value) low = middle + 1
    else high = middle
  }
  return low
}

function asBins(tree: Tree, edges: readonly (readonly number[])[]): Tree {
  if (typeof tree === 'number') return tree
  const [at, threshold, below, above] = tree
  return [at, (edges[at] ?? []).indexOf(threshold), asBins(below, edges), asBins(above, edges)]
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
