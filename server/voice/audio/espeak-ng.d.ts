// The part of the `espeak-ng` package that is used; it brings no types. An Emscripten build of the eSpeak program:
// each call runs it once, with command line arguments and a file system of its own.

declare module 'espeak-ng' {
  interface MemoryFiles {
    writeFile(path: string, text: string): void
    /** Throws where the program wrote no such file. */
    readFile(path: string): Uint8Array
  }

  interface Espeak {
    FS: MemoryFiles
  }

  interface Options {
    arguments: string[]
    preRun: ((program: Espeak) => void)[]
    instantiateWasm(
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance) => void,
    ): WebAssembly.Exports
    print(line: string): void
    printErr(line: string): void
  }

  /** Resolves when the program has ended. */
  export default function ESpeakNg(options: Options): Promise<Espeak>
}
