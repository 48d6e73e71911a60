// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Writes pictures of the page small: a page has few colours, and what is beyond 256 are edges of letters. */
final class SmallPng {

    private static final int COLOURS = 256;
    private static final int RGB = 0xff_ff_ff;

    private SmallPng() {}

    /** Writes a PNG picture again with its 256 most frequent colours; each other becomes the nearest of them. */
    static void write(byte[] png, Path file) throws IOException {
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(png));
        int width = read.getWidth();
        int[] pixels = read.getRGB(0, 0, width, read.getHeight(), null, 0, width);
        Map<Integer, Integer> counts = new HashMap<>();
        for (int pixel : pixels) {
            counts.merge(pixel & RGB, 1, Integer::sum);
        }
        List<Integer> palette = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(COLOURS).map(Map.Entry::getKey).toList();
        Map<Integer, Byte> places = new HashMap<>();
        counts.keySet().forEach(colour -> places.put(colour, (byte) nearest(palette, colour)));
        BufferedImage picture = new BufferedImage(width, read.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model(palette));
        byte[] indices = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            indices[i] = places.get(pixels[i] & RGB);
        }
        picture.getRaster().setDataElements(0, 0, width, read.getHeight(), indices);
        write(picture, file);
    }

    private static IndexColorModel model(List<Integer> palette) {
        int[] colours = palette.stream().mapToInt(Integer::intValue).toArray();
        return new IndexColorModel(8, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
    }

    private static int nearest(List<Integer> palette, int colour) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < palette.size() && least > 0; i++) {
            int distance = 0;
            for (int shift = 0; shift <= 16; shift += 8) {
                int step = (palette.get(i) >> shift & 0xff) - (colour >> shift & 0xff);
                distance += step * step;
            }
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    private static void write(BufferedImage picture, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.deleteIfExists(file);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(0);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
    }
}
