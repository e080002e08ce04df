import type { ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { t } from '../i18n/index.ts';
import { IconButton } from './button.tsx';

interface SheetProps {
  title: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** A question over the page: in its middle, on a phone at the bottom. Escape and a tap beside it close it. */
export function Sheet({ title, open, onClose, children }: SheetProps) {
  return (
    <ModalOverlay className="sheet-overlay" isOpen={open} onOpenChange={(now) => !now && onClose()} isDismissable>
      <Modal className="sheet">
        <Dialog>
          <div className="stack">
            <div className="spread">
              <Heading slot="title" level={2}>
                {title}
              </Heading>
              <IconButton icon="close" label={t('Close')} onPress={onClose} />
            </div>
            {children}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
