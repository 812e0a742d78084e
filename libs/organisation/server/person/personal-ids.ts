import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@halong/platform/server';

/**
 * Personal identification numbers: encrypted at rest (AES-256-GCM), found by HMAC-SHA-256, shown masked.
 * Both keys live outside the database.
 */
@Injectable()
export class PersonalIds {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  hash(personalId: string): string {
    return createHmac('sha256', this.config.secrets.personalIdHashKey).update(personalId).digest('hex');
  }

  encrypt(personalId: string): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.config.secrets.personalIdKey, nonce);
    const text = Buffer.concat([cipher.update(personalId, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), text]);
  }

  /** @throws Error when the bytes were tampered with or belong to another key */
  decrypt(stored: Buffer): string {
    const decipher = createDecipheriv('aes-256-gcm', this.config.secrets.personalIdKey, stored.subarray(0, 12));
    decipher.setAuthTag(stored.subarray(12, 28));
    return Buffer.concat([decipher.update(stored.subarray(28)), decipher.final()]).toString('utf8');
  }

  mask(stored: Buffer): string {
    return `•••••••••${this.decrypt(stored).slice(-3)}`;
  }
}
