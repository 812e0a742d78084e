import type { Page } from '@playwright/test';

/** Shows the phone's camera what stands on the wall: pictures of the projector's live page, several a second. */
export async function pointAtWall(phone: Page, wall: Page): Promise<void> {
  await phone.exposeFunction('pictureOfTheWall', async () => (await wall.screenshot({ type: 'jpeg', quality: 90 })).toString('base64'));
  await phone.addInitScript(() => {
    const { pictureOfTheWall } = window as unknown as { pictureOfTheWall: () => Promise<string> };
    navigator.mediaDevices.getUserMedia = async () => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 1280, height: 800 });
      const brush = canvas.getContext('2d')!;
      const look = async () => {
        const bytes = Uint8Array.from(atob(await pictureOfTheWall()), (sign) => sign.charCodeAt(0));
        brush.drawImage(await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' })), 0, 0, canvas.width, canvas.height);
        setTimeout(() => void look(), 200);
      };
      await look();
      return canvas.captureStream(10);
    };
  });
}
