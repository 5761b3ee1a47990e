package io.github.managedservice.integration.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.PGPDigestCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;

/** A signing key that only this test trusts. */
final class PgpKey {

    private static final int STRENGTH = 2048;
    private static final int CERTAINTY = 100;

    private final PGPSecretKeyRing ring;

    private PgpKey(PGPSecretKeyRing ring) {
        this.ring = ring;
    }

    static PgpKey generate(String passphrase) throws PGPException {
        RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
        generator.init(
                new RSAKeyGenerationParameters(BigInteger.valueOf(0x10001), new SecureRandom(), STRENGTH, CERTAINTY));
        PGPKeyPair pair = new BcPGPKeyPair(
                PublicKeyPacket.VERSION_4,
                PublicKeyAlgorithmTags.RSA_GENERAL,
                generator.generateKeyPair(),
                Date.from(Instant.now()));
        PGPDigestCalculator sha1 = new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1);
        return new PgpKey(new PGPKeyRingGenerator(
                        PGPSignature.POSITIVE_CERTIFICATION,
                        pair,
                        "A Developer <developer@example.org>",
                        sha1,
                        null,
                        null,
                        new BcPGPContentSignerBuilder(pair.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA256),
                        new BcPBESecretKeyEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256, sha1)
                                .build(passphrase.toCharArray()))
                .generateSecretKeyRing());
    }

    /** Returns the secret key as text. */
    String armored() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (ArmoredOutputStream out = ArmoredOutputStream.builder().build(text)) {
            ring.encode(out);
        }
        return text.toString(StandardCharsets.US_ASCII);
    }

    /** Tells whether this key has made the signature, and for this file. */
    boolean hasSigned(Path file, Path signature) throws IOException, PGPException {
        try (var in = PGPUtil.getDecoderStream(Files.newInputStream(signature))) {
            if (!(new BcPGPObjectFactory(in).nextObject() instanceof PGPSignatureList signatures)) {
                return false;
            }
            PGPSignature first = signatures.get(0);
            first.init(new BcPGPContentVerifierBuilderProvider(), ring.getPublicKey());
            first.update(Files.readAllBytes(file));
            return first.verify();
        }
    }
}
