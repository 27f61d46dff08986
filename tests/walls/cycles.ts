// Files that import each other in a circle: none of them can be read, tested or moved alone.
import type { Source } from './tree.ts'

/** Every circle met on a walk along the imports that run, or with `types` along all, each once, as `a → b → a`. */
export function cycles(tree: readonly Source[], types = false): string[] {
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
    for (const { to, typeOnly } of source.imports) {
      const next = typeOnly && !types ? undefined : byPath.get(to)
      if (next !== undefined) walk(next)
    }
    way.pop()
    done.add(source.path)
  }
  for (const source of tree) walk(source)
  return found
}
