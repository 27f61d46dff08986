// Finds where a plain object is asked for a key that may be any text, by the types: `table[name]`, `name in table`,
// and a text merely declared to be one of the known words (`name as Code`). The compiler itself supplies the types.
import { dirname, relative } from 'node:path'
import {
  isElementAccessExpression,
  isAsExpression,
  isBinaryExpression,
  isStringLiteral,
} from 'typescript/unstable/ast/is'
import { type Node, SyntaxKind } from 'typescript/unstable/ast'
import { API, type Checker, type Type, TypeFlags } from 'typescript/unstable/sync'

/** A place: the file from its project's folder, and the code there. */
export interface LookUp {
  readonly path: string
  readonly text: string
}

/** All such places in the files of a project that `of` chooses. @throws if there is none to read */
export function lookUps(tsconfig: string, of: (path: string) => boolean): LookUp[] {
  const api = new API({ cwd: dirname(tsconfig) })
  try {
    const [project] = api.updateSnapshot({ openProjects: [tsconfig] }).getProjects()
    if (project === undefined) throw new Error(`${tsconfig} is no project`)
    const { program, checker } = project
    const root = dirname(tsconfig)
    const files = program
      .getSourceFileNames()
      .filter((file) => of(relative(root, file).replaceAll('\\', '/')))
    if (files.length === 0) throw new Error('no file was read')
    return files.flatMap((file) => {
      const source = program.getSourceFile(file)
      if (source === undefined) throw new Error(`${file} was not read`)
      return findIn(source, checker).map((node) => ({
        path: relative(root, file).replaceAll('\\', '/'),
        text: source.text.slice(node.pos, node.end).trim().replace(/\s+/g, ' '),
      }))
    })
  } finally {
    api.close()
  }
}

function findIn(source: Node, checker: Checker): Node[] {
  const found: Node[] = []
  const visit = (node: Node): void => {
    const key = keyOf(node)
    if (key && !isStringLiteral(key) && mayBeAnyText(checker.getTypeAtLocation(key))) found.push(node)
    if (isAsExpression(node) && onlySaysSo(node.expression, node.type, checker)) found.push(node)
    node.forEachChild(visit)
  }
  visit(source)
  return found
}

/** What an object is asked for here. */
function keyOf(node: Node): Node | undefined {
  if (isElementAccessExpression(node)) return node.argumentExpression
  return isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.InKeyword ? node.left : undefined
}

/** Whether any text is merely declared to be one of a few words. */
function onlySaysSo(value: Node, said: Node, checker: Checker): boolean {
  const to = checker.getTypeAtLocation(said)
  return to !== undefined && isWord(to) && isText(checker.getTypeAtLocation(value))
}

const any = TypeFlags.String | TypeFlags.TemplateLiteral | TypeFlags.StringMapping

/** A type parameter (`K extends keyof T`) is held to its table by the compiler. */
function mayBeAnyText(type: Type | undefined): boolean {
  return type === undefined || isText(type) || (type.flags & (TypeFlags.Any | TypeFlags.Unknown)) !== 0
}

function isText(type: Type | undefined): boolean {
  if (type === undefined) return false
  if (type.isUnionType()) return type.getTypes().some(isText)
  return (type.flags & any) !== 0
}

function isWord(type: Type): boolean {
  const words = type.isUnionType() ? type.getTypes() : [type]
  return words.length > 0 && words.every(({ flags }) => (flags & TypeFlags.StringLiteral) !== 0)
}
