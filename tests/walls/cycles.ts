// Files that import each other in a circle, even for a type alone: none of them can be read, tested or moved alone.
import type { Source } from './tree.ts'

/** Every circle met on a walk along the imports, each once, as `a → b → a`. */
export function cycles(tree: readonly Source[]): string[] {
  const byPath = new Map(tree.map((source) => [source.path, source]))
  const done = new Set<string>()
  const way: string[] = []
  const found: string[] = []

  const walk = (source: Source) => {
    const met = way.indexOf(source.path)
    if (met !== -1) {
      found.push([...way.slice(met), source.path].join(' → '))
      return
    }
    if (done.has(source.path)) return
    way.push(source.path)
    for (const { to } of source.imports) {
      const next = byPath.get(to)
      if (next !== undefined) walk(next)
    }
    way.pop()
    done.add(source.path)
  }
  for (const source of tree) walk(source)
  return found
}
