// The passwords that everybody tries first: 36,651 of them, looked for in one text that is loaded when somebody
// first chooses a password. As a set they would hold 3 MB in a server that nobody asks.

let text: Promise<string> | null = null

/** Whether `password`, in lower case, is one of them. */
export async function isCommon(password: string): Promise<boolean> {
  text ??= import('./common/passwords.txt?raw').then((file) => `\n${file.default}`)
  return (await text).includes(`\n${password}\n`)
}
