// How much the workers may keep of drawn plays, for when a control has moved: a play of a city like Hyesan is 1.4 MB, and
// whoever finds none plays it from its first day.

/** What all workers together may keep of drawn plays where the device has plenty of memory: every play of an answer [bytes]. */
const roomForAll = 400e6;
/** What each keeps anyway. */
const roomAnyway = 90e6;
/** Of the device. Most browsers that say it say no more than this. [GiB] */
const plenty = 8;

/** What some browsers say of the device. */
export interface Device {
  deviceMemory?: number;
  userAgentData?: { mobile: boolean };
}

/** Of one of so many workers; nothing beyond what it keeps anyway on a phone, and where the browser does not say what there is. */
export function roomOf(workers: number, { deviceMemory = 0, userAgentData }: Device): number {
  const has = deviceMemory >= plenty && userAgentData?.mobile === false;
  return has ? Math.max(roomAnyway, roomForAll / workers) : roomAnyway;
}
