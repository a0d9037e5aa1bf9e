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

    /// <inheritdoc cref="LoyaltyProgram.StartsOn"/>
    public required DayNumber? StartsOn { get; init; }

    /// <inheritdoc cref="LoyaltyProgram.LastDay"/>
    public required DayNumber? LastDay { get; init; }

    /// <inheritdoc cref="LoyaltyProgram.EarliestLastDay"/>
    public required DayNumber? EarliestLastDay { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Given back with every command, which refuses when the program has changed since.</summary>
    public required int Revision { get; init; }

    /// <summary>Active with its last day decided.</summary>
    public bool IsEnding => Status == ProgramStatus.Active && LastDay is not null;

    internal static ProgramDetails From(LoyaltyProgram program) =>
        new()
        {
            Id = program.Id,
            Name = program.Name,
            Status = program.Status,
            Mechanic = MechanicJson.Read(program.MechanicJson),
            MinimumLifeDays = program.MinimumLifeDays,
            StartsOn = program.StartsOn,
            LastDay = program.LastDay,
            EarliestLastDay = program.EarliestLastDay,
            CreatedAt = program.CreatedAt,
            ChangedAt = program.ChangedAt,
            Revision = program.Revision,
        };
}
