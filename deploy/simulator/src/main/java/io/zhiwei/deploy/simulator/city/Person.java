package io.zhiwei.deploy.simulator.city;

/**
 * A person as sources show one: keyed hashes, year of birth, sex.
 *
 * @param number number among the people of the city
 * @param idHash keyed hash of the identity document
 * @param birthYear year of birth
 * @param female sex
 * @param phoneHash keyed hash of the telephone, which a household may share
 * @param payHash keyed hash of the paying account
 * @param deviceHash keyed hash of the telephone as a machine
 * @param addressHash keyed hash of the household's address
 */
public record Person(
        int number,
        String idHash,
        int birthYear,
        boolean female,
        String phoneHash,
        String payHash,
        String deviceHash,
        String addressHash) {}
