// Draws one day: wards as circles, dots for people, slips for phones counted, squares for officers, lines for
// money. Nothing moves but what the day changes.
import type { Course, Transfer } from './course';
import { dotPlaces, type Lattice, type Spot } from './lattice';

export interface Palette {
  paper: string;
  surface: string;
  ink: string;
  muted: string;
  ring: string;
  calling: string;
  quiet: string;
  counted: string;
  arc: string;
}

export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  return {
    paper: colour('--paper'),
    surface: colour('--surface'),
    ink: colour('--ink'),
    muted: colour('--muted'),
    ring: colour('--axis'),
    calling: colour('--changed-solid'),
    quiet: colour('--gap-edge'),
    counted: colour('--official-edge'),
    arc: colour('--official-band'),
  };
}

export const peopleADot = 5;
const mostSlips = 10;
const phonesASlip = 5;
const fadeMs = 250;
const moneyMs = 500;

interface Dots {
  places: Spot[];
  /** How filled each dot is, 0 to 1, on its way to what the day says. */
  filled: Float32Array;
  shown: Float32Array;
}

/** A drawing that remembers how far its dots have faded. */
export class DayPicture {
  private readonly dots: Dots[];
  private moneyAt = 0;
  private transfers: Transfer[] = [];
  private day = -1;

  constructor(
    private readonly course: Course,
    private readonly lattice: Lattice,
  ) {
    this.dots = Array.from({ length: course.wards }, (_, ward) => {
      let most = 0;
      for (let day = 0; day < course.days; day += 1) {
        const { calling, quiet } = course.at(day, ward);
        most = Math.max(most, Math.round((calling + quiet) / peopleADot));
      }
      return {
        places: dotPlaces(most, ward, lattice.radius),
        filled: new Float32Array(most),
        shown: new Float32Array(most),
      };
    });
  }

  /** Whether anything still moves after `elapsed` more milliseconds on this day. */
  step(day: number, elapsed: number, motion: 'moves' | 'steps'): boolean {
    if (day !== this.day) {
      this.day = day;
      this.transfers = this.course.transfers(day);
      this.moneyAt = motion === 'steps' ? 1 : 0;
    }
    const share = motion === 'steps' ? 1 : Math.min(1, elapsed / fadeMs);
    let moving = false;
    this.dots.forEach((dots, ward) => {
      const { calling, quiet } = this.course.at(day, ward);
      const all = Math.round((calling + quiet) / peopleADot);
      const filled = Math.round(calling / peopleADot);
      for (let i = 0; i < dots.places.length; i += 1) {
        moving = toward(dots.filled, i, i < filled ? 1 : 0, share) || moving;
        moving = toward(dots.shown, i, i < all ? 1 : 0, share) || moving;
      }
    });
    if (this.moneyAt < 1 && this.transfers.length > 0) {
      this.moneyAt = Math.min(1, this.moneyAt + elapsed / moneyMs);
      moving = true;
    }
    return moving;
  }

  draw(context: CanvasRenderingContext2D, colours: Palette, story: number | null): void {
    const { radius, spots } = this.lattice;
    context.lineCap = 'butt';
    for (let ward = 0; ward < this.course.wards; ward += 1) {
      const spot = spots[ward];
      if (spot) this.drawWard(context, colours, ward, spot, radius, ward === story);
    }
    for (const transfer of this.transfers) this.drawMoney(context, colours, transfer);
  }

  private drawWard(
    context: CanvasRenderingContext2D,
    colours: Palette,
    ward: number,
    { x, y }: Spot,
    radius: number,
    bold: boolean,
  ): void {
    const now = this.course.at(this.day, ward);
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fillStyle = colours.surface;
    context.fill();
    context.lineWidth = bold ? 2.5 : 1;
    context.strokeStyle = bold ? colours.ink : colours.ring;
    context.stroke();
    if (now.signed > 0) {
      context.beginPath();
      context.arc(x, y, radius - 4, -Math.PI / 2, -Math.PI / 2 + 2 * Math.PI * now.signed);
      context.lineWidth = 4;
      context.strokeStyle = colours.arc;
      context.stroke();
    }
    this.drawDots(context, colours, ward, x, y, radius);
    drawSlips(context, colours.counted, now.counted, x, y, radius);
    drawOfficers(context, colours.ink, now.followed, x, y, radius);
  }

  private drawDots(
    context: CanvasRenderingContext2D,
    colours: Palette,
    ward: number,
    x: number,
    y: number,
    radius: number,
  ): void {
    const size = Math.max(2, radius * 0.105);
    const dots = this.dots[ward];
    dots?.places.forEach((place, i) => {
      const shown = dots.shown[i] ?? 0;
      const filled = dots.filled[i] ?? 0;
      if (shown <= 0.01) return;
      context.beginPath();
      context.arc(x + place.x, y + place.y, size * (filled > 0.5 ? 1 : 0.9), 0, 2 * Math.PI);
      context.globalAlpha = shown;
      context.lineWidth = 1.25;
      context.strokeStyle = colours.quiet;
      if (filled < 1) context.stroke();
      context.globalAlpha = shown * filled;
      context.fillStyle = colours.calling;
      context.fill();
      context.globalAlpha = 1;
    });
  }

  private drawMoney(context: CanvasRenderingContext2D, colours: Palette, { ward, broker }: Transfer): void {
    const to = this.lattice.spots[ward];
    const from = broker === null ? null : this.lattice.spots[broker];
    if (!to) return;
    context.lineWidth = 1.5;
    context.strokeStyle = colours.muted;
    if (broker === null || !from) {
      const end = { x: to.x + this.lattice.radius * 0.75, y: to.y - this.lattice.radius * 0.75 };
      context.setLineDash([3, 3]);
      line(context, to, end);
      context.setLineDash([]);
      context.strokeStyle = colours.ink;
      line(context, { x: end.x - 4, y: end.y - 4 }, { x: end.x + 4, y: end.y + 4 });
      line(context, { x: end.x + 4, y: end.y - 4 }, { x: end.x - 4, y: end.y + 4 });
      return;
    }
    const bend = { x: (from.x + to.x) / 2 + (to.y - from.y) * 0.12, y: (from.y + to.y) / 2 - (to.x - from.x) * 0.12 };
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.quadraticCurveTo(bend.x, bend.y, to.x, to.y);
    context.stroke();
    const t = this.moneyAt;
    const along = (a: number, b: number, c: number) => (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t ** 2 * c;
    context.beginPath();
    context.arc(along(from.x, bend.x, to.x), along(from.y, bend.y, to.y), 3.5, 0, 2 * Math.PI);
    context.fillStyle = colours.ink;
    context.fill();
  }
}

function toward(values: Float32Array, at: number, wanted: number, share: number): boolean {
  const now = values[at] ?? 0;
  if (now === wanted) return false;
  const next = share >= 1 || Math.abs(wanted - now) < 0.03 ? wanted : now + Math.sign(wanted - now) * Math.min(Math.abs(wanted - now), share);
  values[at] = next;
  return true;
}

function line(context: CanvasRenderingContext2D, from: Spot, to: Spot): void {
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  context.stroke();
}

/** One slip a phone; above ten a slip stands for five. */
export function slipsFor(phones: number): number {
  return phones <= mostSlips ? phones : Math.ceil(phones / phonesASlip);
}

function drawSlips(context: CanvasRenderingContext2D, colour: string, phones: number, x: number, y: number, radius: number): void {
  const slips = slipsFor(phones);
  if (slips === 0) return;
  const wide = Math.max(2.5, radius * 0.085);
  const tall = wide * 1.7;
  const inRow = 5;
  context.fillStyle = colour;
  for (let i = 0; i < slips; i += 1) {
    const row = Math.floor(i / inRow);
    const length = Math.min(inRow, slips - row * inRow);
    const place = (i % inRow) - (length - 1) / 2;
    context.fillRect(x + place * (wide + 2) - wide / 2, y + radius * 0.62 - row * (tall + 1.5), wide, tall);
  }
}

function drawOfficers(context: CanvasRenderingContext2D, colour: string, officers: number, x: number, y: number, radius: number): void {
  const shown = Math.min(12, Math.round(officers));
  const size = Math.max(3, Math.min(4.5, radius * 0.1));
  context.fillStyle = colour;
  for (let i = 0; i < shown; i += 1) {
    const turn = -Math.PI / 2 + (i - (shown - 1) / 2) * ((size + 5) / radius);
    const far = radius + size / 2 + 2;
    context.fillRect(x + far * Math.cos(turn) - size / 2, y + far * Math.sin(turn) - size / 2, size, size);
  }
}
