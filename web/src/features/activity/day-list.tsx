import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { dayName } from '../../i18n/format.ts';

const ROW = 68;
const HEAD = 44;
const BEYOND = 12;

interface DayListProps<T> {
  rows: readonly T[];
  timeOf: (row: T) => string;
  render: (row: T) => ReactNode;
  /** called when the last row comes into sight */
  onEnd: () => void;
}

type Item<T> = { day: string } | { row: T };

/** Rows under the names of their days. Only those in sight are in the page, so ten thousand scroll as ten do. */
export function DayList<T extends { id: string }>({ rows, timeOf, render, onEnd }: DayListProps<T>) {
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    setTop((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
  }, [rows.length === 0]);
  const items = withDays(rows, timeOf);
  const virtual = useWindowVirtualizer({
    count: items.length,
    estimateSize: (index) => (isDay(items[index]) ? HEAD : ROW),
    getItemKey: (index) => keyOf(items[index], index),
    overscan: BEYOND,
    scrollMargin: top,
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? -1;
  useEffect(() => {
    if (items.length > 0 && last >= items.length - 1) onEnd();
  }, [last, items.length]);
  return (
    <ul ref={list} className="day-list" style={{ height: virtual.getTotalSize() }}>
      {shown.map(({ key, index, start }) => {
        const item = items[index];
        if (!item) return null;
        return (
          <li
            key={key}
            data-index={index}
            ref={virtual.measureElement}
            style={{ transform: `translateY(${start - virtual.options.scrollMargin}px)` }}
          >
            {'day' in item ? <h2 className="section-head day">{item.day}</h2> : render(item.row)}
          </li>
        );
      })}
    </ul>
  );
}

const isDay = <T,>(item: Item<T> | undefined): boolean => item !== undefined && 'day' in item;

function keyOf<T extends { id: string }>(item: Item<T> | undefined, index: number): string | number {
  if (!item) return index;
  return 'day' in item ? item.day : item.row.id;
}

function withDays<T>(rows: readonly T[], timeOf: (row: T) => string): Item<T>[] {
  let last = '';
  return rows.flatMap((row) => {
    const date = new Date(timeOf(row)).toDateString();
    const head = date === last ? [] : [{ day: dayName(timeOf(row)) }];
    last = date;
    return [...head, { row }];
  });
}
