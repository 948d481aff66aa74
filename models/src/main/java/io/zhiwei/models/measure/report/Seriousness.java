package io.zhiwei.models.measure.report;

/**
 * Why a reaction is serious: decree 81 article 63 and E2B E.i.3.2 for drugs, decree 1 for devices, announcement 16 of 2022
 * for cosmetics.
 */
public enum Seriousness {
    /** Death. */
    DEATH(true),
    /** Threat to life. */
    LIFE_THREATENING(true),
    /** Stay in hospital, or a longer one. */
    HOSPITALISATION(false),
    /** Significant or permanent disability or damage of an organ. */
    DISABILITY(true),
    /** Birth defect. */
    CONGENITAL(true),
    /** Another important medical event, cancer included. */
    OTHER_IMPORTANT(false),
    /** Of a device: intervention was needed to avoid permanent damage. */
    INTERVENTION(false),
    /** Of a cosmetic: disfigurement, scar, permanent loss of hair. */
    DISFIGUREMENT(false),
    /** Of a device: it could have led to death or serious injury. */
    POSSIBLE_HARM(false);

    private final boolean grave;

    Seriousness(boolean grave) {
        this.grave = grave;
    }

    /** Returns whether it ended life, threatened it, or left lasting harm. */
    public boolean isGrave() {
        return grave;
    }
}
