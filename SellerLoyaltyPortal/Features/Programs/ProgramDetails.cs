using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>A program as pages and use cases read it: the offer as a value instead of stored text.</summary>
public sealed record ProgramDetails
{
    public required long Id { get; init; }

    public required string Name { get; init; }

    public required ProgramStatus Status { get; init; }

    public required Mechanic Mechanic { get; init; }

    public required int MinimumLifeDays { get; init; }

    /// <inheritdoc cref="LoyaltyProgram.Version"/>
    public required int Version { get; init; }

    /// <summary>The version that waits for its day; null where none does.</summary>
    public required UpcomingVersion? Next { get; init; }

    /// <inheritdoc cref="LoyaltyProgram.OptionLockDays"/>
    public required int? OptionLockDays { get; init; }

    /// <inheritdoc cref="LoyaltyProgram.StartsOn"/>
    public required DayNumber? StartsOn { get; init; }

    /// <inheritdoc cref="LoyaltyProgram.LastDay"/>
    public required DayNumber? LastDay { get; init; }

    /// <inheritdoc cref="LoyaltyProgram.MinimumLifeEnds"/>
    public required DayNumber? MinimumLifeEnds { get; init; }

    /// <inheritdoc cref="LoyaltyProgram.OptionLockEnds"/>
    public required DayNumber? OptionLockEnds { get; init; }

    /// <inheritdoc cref="LoyaltyProgram.EarliestLastDay"/>
    public required DayNumber? EarliestLastDay { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Given back with every command, which refuses when the program has changed since.</summary>
    public required int Revision { get; init; }

    /// <summary>Buyers who qualify have the discount.</summary>
    public bool IsInForce => Status is ProgramStatus.Active or ProgramStatus.Ending;

    /// <summary>The offer that a change is compared with: the one that waits for its day, or the present one.</summary>
    public Mechanic LatestMechanic => Next?.Mechanic ?? Mechanic;

    internal static ProgramDetails From(LoyaltyProgram program) =>
        new()
        {
            Id = program.Id,
            Name = program.Name,
            Status = program.Status,
            Mechanic = MechanicJson.Read(program.MechanicJson),
            MinimumLifeDays = program.MinimumLifeDays,
            Version = program.Version,
            Next = program
                is { NextVersion: { } number, NextVersionFrom: { } from, NextMechanicJson: { } json }
                ? new(number, from, MechanicJson.Read(json))
                : null,
            OptionLockDays = program.OptionLockDays,
            StartsOn = program.StartsOn,
            LastDay = program.LastDay,
            MinimumLifeEnds = program.MinimumLifeEnds,
            OptionLockEnds = program.OptionLockEnds,
            EarliestLastDay = program.EarliestLastDay,
            CreatedAt = program.CreatedAt,
            ChangedAt = program.ChangedAt,
            Revision = program.Revision,
        };
}
