package io.zhiwei.deploy.simulator.fund;

import io.zhiwei.deploy.simulator.Chance;
import io.zhiwei.deploy.simulator.Hashes;
import io.zhiwei.deploy.simulator.Mark;
import io.zhiwei.deploy.simulator.Outbox;
import io.zhiwei.schemas.AgeBand;
import io.zhiwei.schemas.EnterpriseSign;
import io.zhiwei.schemas.FigureOrigin;
import io.zhiwei.schemas.FlowChannel;
import io.zhiwei.schemas.FlowDirection;
import io.zhiwei.schemas.FlowPurpose;
import io.zhiwei.schemas.FundFlow;
import io.zhiwei.schemas.FundraisingComplaint;
import io.zhiwei.schemas.FundraisingComplaintKind;
import io.zhiwei.schemas.InvestmentContract;
import io.zhiwei.schemas.MemberReferral;
import io.zhiwei.schemas.PartyKind;
import io.zhiwei.schemas.PartyRelation;
import io.zhiwei.schemas.Payout;
import io.zhiwei.schemas.PayoutKind;
import io.zhiwei.schemas.PayoutPeriod;
import io.zhiwei.schemas.PayoutStatus;
import io.zhiwei.schemas.SchemeDress;
import io.zhiwei.schemas.SignKind;
import java.time.Duration;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecordBase;

/** What the sources tell of an enterprise on one day: banks within hours, the regulator's own eyes at once. */
final class Books {

    private static final int TERM_DAYS = 365;
    private static final double HOURS_UNTIL_TOLD = 2;
    /** Share of movements whose purpose the bank does not know, and of those that are taken back and made again. */
    private static final double PURPOSE_UNKNOWN = 0.2;

    private static final double MISTAKEN = 0.01;
    private static final double DECLARED = 0.3;

    private final String entity;
    private final String region;
    private final Mark mark;
    private final Instant midnight;
    private final Chance chance;
    private final Outbox outbox;
    private final Hashes hashes;
    private int number;

    Books(String entity, String region, Mark mark, Instant midnight, Chance chance, Outbox outbox, Hashes hashes) {
        this.hashes = hashes;
        this.entity = entity;
        this.region = region;
        this.mark = mark;
        this.midnight = midnight;
        this.chance = chance;
        this.outbox = outbox;
    }

    Chance chance() {
        return chance;
    }

    /** Returns the keyed hash of somebody whom the enterprise knows. */
    String token(String who) {
        return hashes.of(entity + "|" + who);
    }

    private Instant moment() {
        return midnight.plusSeconds(chance.between(9 * 3600, 20 * 3600));
    }

    private String id(String kind) {
        return kind + "-" + entity + "-" + midnight.getEpochSecond() + "-" + number++;
    }

    private void send(SpecificRecordBase event, Instant time) {
        outbox.send(event, time.plus(Duration.ofSeconds((long) chance.exponential(HOURS_UNTIL_TOLD * 3600))), mark);
    }

    private FundFlow.Builder flow(Instant time, FlowDirection direction, long fen, FlowPurpose purpose) {
        return FundFlow.newBuilder()
                .setFlowId(id("flow"))
                .setTime(time)
                .setEntityId(entity)
                .setDirection(direction)
                .setAmountFen(fen)
                .setPurpose(purpose)
                .setRegionCode(region);
    }

    /** Money that a person brings to an account of the enterprise. */
    void takes(String person, AgeBand age, String from, long fen, FlowPurpose purpose) {
        takes(person, age, from, fen, purpose, token("account"), PartyKind.ENTERPRISE);
    }

    /** Money that a person brings to an account; a mistaken transfer is taken back and made again. */
    void takes(
            String person, AgeBand age, String from, long fen, FlowPurpose purpose, String account, PartyKind holder) {
        Instant time = moment();
        FundFlow flow = flow(
                        time, FlowDirection.IN, fen, chance.happens(PURPOSE_UNKNOWN) ? FlowPurpose.UNKNOWN : purpose)
                .setFromToken(person)
                .setToToken(account)
                .setFromKind(PartyKind.NATURAL_PERSON)
                .setToKind(holder)
                .setChannel(FlowChannel.TRANSFER)
                .setFromAgeBand(age)
                .setFromRegion(from)
                .build();
        send(flow, time);
        if (chance.happens(MISTAKEN)) {
            Instant later = time.plusSeconds(600);
            send(
                    FundFlow.newBuilder(flow)
                            .setFlowId(id("flow"))
                            .setTime(later)
                            .setReversesFlowId(flow.getFlowId())
                            .build(),
                    later);
            send(
                    FundFlow.newBuilder(flow)
                            .setFlowId(id("flow"))
                            .setTime(later.plusSeconds(60))
                            .build(),
                    later.plusSeconds(60));
        }
    }

    /** Money that leaves. */
    void pays(String whom, PartyKind kind, long fen, FlowPurpose purpose, FlowChannel channel) {
        Instant time = moment();
        send(
                flow(time, FlowDirection.OUT, fen, purpose)
                        .setFromToken(token("account"))
                        .setToToken(whom)
                        .setFromKind(PartyKind.ENTERPRISE)
                        .setToKind(kind)
                        .setChannel(channel)
                        .build(),
                time);
    }

    /** A contract; of no promised rate where it is NaN, of no relation where that is not known. */
    void signs(String person, AgeBand age, long fen, double rate, SchemeDress dress, PartyRelation relation) {
        signs(person, age, fen, rate, dress, relation, 0);
    }

    /** A contract that sells a place among so many; 0 where it sells none. */
    void signs(
            String person, AgeBand age, long fen, double rate, SchemeDress dress, PartyRelation relation, int places) {
        Instant time = moment();
        send(
                InvestmentContract.newBuilder()
                        .setContractId(id("contract"))
                        .setSignedTime(time)
                        .setEntityId(entity)
                        .setPersonToken(person)
                        .setPrincipalFen(fen)
                        .setRatePercent(Double.isNaN(rate) ? null : rate)
                        .setRelation(relation)
                        .setCapacityUnits(places == 0 ? null : places)
                        .setTermDays(TERM_DAYS)
                        .setPeriod(PayoutPeriod.MONTHLY)
                        .setDress(dress)
                        .setAgeBand(age)
                        .setOrigin(chance.happens(DECLARED) ? FigureOrigin.DECLARED : FigureOrigin.OBSERVED)
                        .setRegionCode(region)
                        .build(),
                time);
    }

    void payout(String person, long fen, PayoutKind kind, PayoutStatus status) {
        Instant time = moment();
        send(
                Payout.newBuilder()
                        .setPayoutId(id("payout"))
                        .setTime(time)
                        .setEntityId(entity)
                        .setPersonToken(person)
                        .setAmountFen(fen)
                        .setKind(kind)
                        .setStatus(status)
                        .setRegionCode(region)
                        .build(),
                time);
    }

    void brings(String inviter, String invitee, long feeFen, long goodsFen) {
        Instant time = moment();
        send(
                MemberReferral.newBuilder()
                        .setReferralId(id("referral"))
                        .setTime(time)
                        .setEntityId(entity)
                        .setInviterToken(inviter)
                        .setInviteeToken(invitee)
                        .setFeeFen(feeFen)
                        .setGoodsFen(goodsFen)
                        .setRegionCode(region)
                        .build(),
                time);
    }

    void shows(SignKind kind, String site, int audience) {
        Instant time = moment();
        send(
                EnterpriseSign.newBuilder()
                        .setSignId(id("sign"))
                        .setTime(time)
                        .setEntityId(entity)
                        .setKind(kind)
                        .setSiteId(site)
                        .setAudience(audience)
                        .setRegionCode(region)
                        .build(),
                time);
    }

    void isComplainedOf(String person, FundraisingComplaintKind kind, long fen) {
        Instant time = moment();
        send(
                FundraisingComplaint.newBuilder()
                        .setComplaintId(id("complaint"))
                        .setTime(time)
                        .setEntityId(entity)
                        .setChannel("12345")
                        .setKind(kind)
                        .setAmountFen(fen)
                        .setComplainantToken(person)
                        .setRegionCode(region)
                        .build(),
                time);
    }
}
