package io.zhiwei.models.measure.report;

/** The law under which a product is reported; reports of one are never compared with those of another. */
public enum Regime {
    /** Drugs: decree 81 of 2011. */
    DRUG,
    /** Medical devices: decree 1 of 2019. */
    DEVICE,
    /** Cosmetics: announcement 16 of 2022. */
    COSMETIC,
    /** Vaccines, which have a system of their own. */
    VACCINE
}
