/** Computes HMAC-SHA256 of a text as lower-case hex, with WebCrypto: for browsers, workers and edge runtimes. */
export async function hmacSha256(secret: string, message: string): Promise<string> {
  const bytesOf = (text: string) => new TextEncoder().encode(text)
  const { subtle } = crypto
  const key = await subtle.importKey('raw', bytesOf(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const digest = new Uint8Array(await subtle.sign('HMAC', key, bytesOf(message)))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
