namespace SellerLoyaltyPortal.Tests.Architecture;

/// <summary>No command forgets the audit log.</summary>
public sealed class AuditRulesTests
{
    private static IEnumerable<(string Path, string Text)> Features =>
        SourceMentions
            .PortalSource()
            .Where(file => file.Path.Contains("/Features/", StringComparison.Ordinal))
            .Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal));

    [Fact]
    public void Portal_EveryFileThatStores_WritesAnEntry() =>
        Guard.NothingFound(AuditRules.Problems(Features), "changes that nobody would hear of:");

    [Fact]
    public void ListedFiles_All_ExistAndStoreSomething() =>
        Guard.SameSet(
            AuditRules.WithoutEntry.Keys,
            AuditRules.WithoutEntry.Keys.Where(known =>
                Features.Any(file =>
                    file.Path.EndsWith("/" + known, StringComparison.Ordinal)
                    && AuditRules.IsStoring(file.Text)
                )
            ),
            "files listed as storing without an entry:"
        );

    [Theory]
    [InlineData("await context.SaveChangesAsync(cancellation);")]
    [InlineData("await set.ExecuteDeleteAsync(cancellation);")]
    [InlineData("await users.UpdateAsync(user);")]
    [InlineData("await Users.ChangePasswordAsync(user, a, b);")]
    public void PlantedFile_WithoutAnEntry_IsReported(string text)
    {
        Assert.NotEmpty(AuditRules.Problems([("SellerLoyaltyPortal/Features/Planted.cs", text)]));
        Assert.Empty(
            AuditRules.Problems([("SellerLoyaltyPortal/Features/Planted.cs", text + " context.Audit(now);")])
        );
    }
}
