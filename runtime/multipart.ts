/**
 * Makes the form of an upload, each time anew, so that a second attempt does not depend on what became of the first.
 * A `File` keeps its name and type; other bytes are named after the field `name`, or after their part.
 */
export function formOf(fields: Readonly<Record<string, unknown>>): FormData {
  const form = new FormData()
  for (const [part, value] of Object.entries(fields)) {
    for (const item of [value].flat()) {
      const file = ArrayBuffer.isView(item) ? new Blob([item as Uint8Array<ArrayBuffer>]) : item
      if (file instanceof Blob) form.append(part, file, (file as File).name || String(fields['name'] ?? part))
      else form.append(part, typeof file === 'object' ? JSON.stringify(file) : String(file))
    }
  }
  return form
}
