// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.measure;

/** The median of a column of whole numbers, without the unknown ones. One thread; allocates nothing. */
public final class ColumnMedian {

    private final int[] scratch;

    /** @param most longest column */
    public ColumnMedian(int most) {
        this.scratch = new int[most];
    }

    /**
     * Returns the lower median of the known values.
     *
     * @param unknown stands for what is not known, and is returned when nothing is
     */
    public int of(int[] values, int unknown) {
        int count = 0;
        for (int value : values) {
            if (value != unknown) {
                scratch[count++] = value;
            }
        }
        return count == 0 ? unknown : select((count - 1) / 2, count);
    }

    /** Hoare's selection: the value that would stand at that place if all were sorted. */
    private int select(int place, int count) {
        int low = 0;
        int high = count - 1;
        while (low < high) {
            int pivot = scratch[(low + high) >>> 1];
            int left = low;
            int right = high;
            while (left <= right) {
                while (scratch[left] < pivot) {
                    left++;
                }
                while (scratch[right] > pivot) {
                    right--;
                }
                if (left <= right) {
                    int other = scratch[left];
                    scratch[left++] = scratch[right];
                    scratch[right--] = other;
                }
            }
            if (place <= right) {
                high = right;
            } else if (place >= left) {
                low = left;
            } else {
                break;
            }
        }
        return scratch[place];
    }
}
