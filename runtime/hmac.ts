const encoder = /* @__PURE__ */ new TextEncoder()

// Importing a key costs as much as signing with it, and an app has one secret.
let imported: { secret: string; key: Promise<CryptoKey> } | undefined

/** Computes HMAC-SHA256 of a text as lower-case hex, with WebCrypto: for browsers, workers and edge runtimes. */
export async function hmacSha256(secret: string, message: string): Promise<string> {
  if (imported?.secret !== secret) {
    const algorithm = { name: 'HMAC', hash: 'SHA-256' }
    imported = { secret, key: crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign']) }
  }
  const digest = await crypto.subtle.sign('HMAC', await imported.key, encoder.encode(message))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
