// What the files of a tree import from each other, read from the sources themselves.
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { parseSync } from 'vite'

export interface Import {
  /** The imported file from the root of the tree, or the name of a package as it is written. */
  readonly to: string
  /** Gone once the types are stripped: nothing of it runs. */
  readonly typeOnly: boolean
}

export interface Source {
  /** From the root of the tree, with `/`. */
  readonly path: string
  readonly imports: readonly Import[]
  /** The text without its comments. */
  readonly code: string
}

/** All sources below some folders of the tree, by their path. */
export function readTree(root: string, folders: readonly string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|tsx|mjs)$/.test(file))
      .sort()
      .map((file) => {
        const path = `${folder}/${file.replaceAll('\\', '/')}`
        return readSource(path, readFileSync(join(root, path), 'utf8'))
      }),
  )
}

/** @throws when the text can't be parsed: a file that was not understood must not pass a wall */
export function readSource(path: string, text: string): Source {
  const { module, comments, errors } = parseSync(path, text)
  if (errors[0] !== undefined) throw new Error(`${path}: ${errors[0].message}`)
  const code = comments.reduceRight((kept, { start, end }) => kept.slice(0, start) + kept.slice(end), text)
  const imports = [
    ...module.staticImports.map(({ moduleRequest, entries }) => ({
      to: moduleRequest.value,
      typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
    })),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType }) =>
        moduleRequest ? [{ to: moduleRequest.value, typeOnly: isType }] : [],
      ),
    ),
    ...module.dynamicImports.map(({ moduleRequest }) => ({
      to: text.slice(moduleRequest.start, moduleRequest.end).replace(/^['"`]|['"`]$/g, ''),
      typeOnly: false,
    })),
    // To the parser, `import('./plan.ts').Plan` as a type is no import.
    ...[...code.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)].map(([, to = '']) => ({
      to,
      typeOnly: true,
    })),
  ]
  return { path, code, imports: imports.map(({ to, typeOnly }) => ({ to: fromRoot(path, to), typeOnly })) }
}

function fromRoot(path: string, to: string): string {
  return to.startsWith('.') ? normalize(join(dirname(path), to)).replaceAll('\\', '/') : to
}
