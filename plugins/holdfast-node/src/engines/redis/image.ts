/** The server that an image holds, by its name: Valkey where it says so, else Redis. */
export function engineOfImage(image: string | undefined): 'redis' | 'valkey' {
  return image?.toLowerCase().includes('valkey') ? 'valkey' : 'redis';
}
