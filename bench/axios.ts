import type { AxiosStatic } from 'axios'
import { createRequire } from 'node:module'

/** The very axios that tiktok-shop-client uses: requests of that package can be turned aside here only. */
export const axios = createRequire(createRequire(import.meta.url).resolve('tiktok-shop-client'))('axios') as AxiosStatic
