// Makes a photo smaller before it is sent: a telephone's has five megabytes, and what it shows needs half of one. What is drawn
// anew has nothing of where it was taken either; the server takes that out of every photo in any case.

/** Pixels of the longer side: a crack in a wall can still be seen. */
const LONGEST = 2000
const QUALITY = 0.82

/** The photo, smaller; the file itself where the browser can't, where it is no photo, or nothing would be gained. */
export async function smaller(file: File): Promise<Blob> {
  if (!file.type.startsWith('image/') || typeof createImageBitmap !== 'function') return file
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(picture.width * scale))
    canvas.height = Math.max(1, Math.round(picture.height * scale))
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const drawn = await new Promise<Blob | null>((done) => {
      canvas.toBlob(done, 'image/jpeg', QUALITY)
    })
    return drawn && drawn.size < file.size ? drawn : file
  } catch {
    // A picture that this browser can't draw: the server says what it thinks of it.
    return file
  }
}
