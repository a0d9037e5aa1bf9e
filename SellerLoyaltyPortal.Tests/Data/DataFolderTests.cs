using SellerLoyaltyPortal.Data;

namespace SellerLoyaltyPortal.Tests.Data;

public sealed class DataFolderTests : IDisposable
{
    private const UnixFileMode OwnerOnly =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory("data-folder-");

    public void Dispose() => _parent.Delete(recursive: true);

    /// <remarks>Windows has lists of rights instead, which a folder has from the one above it.</remarks>
    [Fact]
    public void Create_New_IsForItsOwnerAlone() =>
        Assert.Equal(
            OperatingSystem.IsWindows() ? (UnixFileMode)(-1) : OwnerOnly,
            DataFolder.Create(Path.Combine(_parent.FullName, "new")).UnixFileMode
        );

    [Fact]
    public void Create_Known_KeepsTheRightsThatItHas()
    {
        var known = _parent.CreateSubdirectory("known");
        if (OperatingSystem.IsWindows())
            return;
        known.UnixFileMode = OwnerOnly | UnixFileMode.GroupRead;

        DataFolder.Create(known.FullName);

        known.Refresh();
        Assert.Equal(OwnerOnly | UnixFileMode.GroupRead, known.UnixFileMode);
    }
}
