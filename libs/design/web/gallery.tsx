import './gallery/gallery.css';
import { Logo } from './art/Logo.tsx';
import { Segmented } from './choice/Segmented.tsx';
import { Controls, Ground, Notices } from './gallery/Basics.tsx';
import { Forms, Overlays, States } from './gallery/Forms.tsx';
import { Proof, Tables, Totals, Work } from './gallery/Records.tsx';
import { useColourScheme } from './provider/colourScheme.ts';

/** Every component on one page, to look at in both schemes and at every width. Load it lazily. */
export default function Gallery() {
  const { choice, setChoice } = useColourScheme();
  return (
    <main className="galpage" data-sample>
      <header className="row g3 wrap">
        <Logo size={40} />
        <div className="sp"><h1>Bộ thành phần Halong</h1><p className="soft">Màu, chữ, nút, trạng thái. Mọi màn hình ghép từ đây.</p></div>
        <Segmented label="Màu nền" value={choice} onChange={setChoice} options={[{ value: 'light', label: 'Sáng' }, { value: 'dark', label: 'Tối' }, { value: 'auto', label: 'Theo máy' }]} />
      </header>
      <Ground />
      <Controls />
      <Notices />
      <States />
      <Work />
      <Totals />
      <Tables />
      <Proof />
      <Forms />
      <Overlays />
    </main>
  );
}
