package io.zhiwei.deploy.simulator.trade;

import io.zhiwei.deploy.simulator.Chance;
import io.zhiwei.deploy.simulator.city.Doctor;
import io.zhiwei.deploy.simulator.city.Drug;
import io.zhiwei.deploy.simulator.city.Person;
import io.zhiwei.schemas.Prescription;
import io.zhiwei.schemas.PrescriptionItem;
import io.zhiwei.schemas.PrescriptionKind;
import io.zhiwei.schemas.PrescriptionSource;
import io.zhiwei.schemas.Sex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes prescriptions as doctors write them: within every limit; what is wrong with one is set by who does wrong. */
public final class Scripts {

    private static final double ELECTRONIC = 0.6;
    private static final double VALID_THREE_DAYS = 0.15;

    private long number;

    Scripts() {}

    /** Makes a prescription over one pack of each drug. */
    public Prescription write(Doctor doctor, Person patient, List<Drug> drugs, Instant time, Chance chance) {
        Prescription script = new Prescription();
        boolean internet =
                doctor.specialty().equals("INTERNET") || doctor.org().storeId().startsWith("HL");
        script.setRxId("RX" + Long.toString(number++, 36).toUpperCase(Locale.ROOT));
        script.setIssueTime(time);
        script.setIssuerOrgId(doctor.org().sellerId());
        script.setDoctorId(doctor.id());
        script.setLicenceNo("PDY" + doctor.org().storeId());
        script.setValidDays(chance.happens(VALID_THREE_DAYS) ? 3 : 1);
        script.setPatientIdHash(patient.idHash());
        script.setPatientBirthYear(patient.birthYear());
        script.setPatientSex(patient.female() ? Sex.FEMALE : Sex.MALE);
        script.setRegionCode(doctor.org().region());
        script.setLon(doctor.org().lon());
        script.setLat(doctor.org().lat());
        script.setInPerson(!internet);
        boolean electronic = internet || chance.happens(ELECTRONIC);
        script.setSource(
                !electronic
                        ? PrescriptionSource.PAPER_IMG
                        : chance.happens(0.5) ? PrescriptionSource.E_RX : PrescriptionSource.EXCHANGE);
        if (electronic) {
            script.setCaSignOk(true);
        } else {
            script.setImageHash(String.format("%016x", chance.bits()));
        }
        script.setRevisit(internet ? true : null);
        items(script, drugs, kind(drugs, internet));
        return script;
    }

    private static PrescriptionKind kind(List<Drug> drugs, boolean internet) {
        Drug first = drugs.get(0);
        return switch (first.control()) {
            case "PSY2" -> PrescriptionKind.PSY2;
            case "NARC", "PSY1" -> PrescriptionKind.NARC_PSY1;
            default ->
                first.is("chronic")
                        ? PrescriptionKind.LONG_TERM
                        : internet
                                ? PrescriptionKind.INTERNET
                                : first.is("child") ? PrescriptionKind.PAEDIATRIC : PrescriptionKind.ORDINARY;
        };
    }

    private static void items(Prescription script, List<Drug> drugs, PrescriptionKind kind) {
        List<PrescriptionItem> items = new ArrayList<>();
        for (Drug drug : drugs) {
            double times = drug.ddd() >= 2 ? 2 : 1;
            items.add(PrescriptionItem.newBuilder()
                    .setDrugCode(drug.drugCode())
                    .setName(drug.name())
                    .setDose(drug.ddd() / times)
                    .setFreq(times)
                    .setDays(Math.floor(drug.daysOfPack()))
                    .setQty(1.0)
                    .build());
        }
        boolean longTerm = kind == PrescriptionKind.LONG_TERM;
        script.setItems(items);
        script.setItemCount(items.size());
        script.setKind(kind);
        script.setDiagnosis(drugs.get(0).diagnosis());
        script.setLongTermFlag(longTerm);
        script.setReasonText(longTerm ? "慢性病病情稳定" : null);
    }

    /** Gives the same prescribing again under a new identifier. */
    String another() {
        return "RX" + Long.toString(number++, 36).toUpperCase(Locale.ROOT);
    }
}
