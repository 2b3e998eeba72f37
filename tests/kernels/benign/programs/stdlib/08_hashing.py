# Hashes, base64, hmac, uuid3/5, random uuid
import hashlib, base64, hmac, uuid, zlib, binascii, secrets
print(hashlib.md5(b'abc').hexdigest(), hashlib.sha256('数学'.encode()).hexdigest()[:16], hashlib.sha3_256(b'').hexdigest()[:8], hashlib.blake2b(b'x', digest_size=4).hexdigest())
print(base64.b64encode(b'hello'), hmac.new(b'k', b'm', 'sha1').hexdigest()[:8], zlib.crc32(b'abc'), uuid.uuid5(uuid.NAMESPACE_DNS, 'a.b').version)
print(uuid.uuid4().version, uuid.uuid1().version, len(secrets.token_urlsafe(16)), hashlib.pbkdf2_hmac('sha256', b'p', b's', 1000).hex()[:8], len(hashlib.scrypt(b'p', salt=b's', n=2**10, r=8, p=1)))
