using System.Security.Cryptography;

namespace SellerLoyaltyPortal.Features.Purchases.Uploads;

/// <summary>
/// An uploaded file while it is worked on. Its key is in memory only: what it holds is readable to nobody
/// who gets the disk, and to nobody at all once the process has ended.
/// </summary>
public sealed class Upload
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly byte[] _listKey = RandomNumberGenerator.GetBytes(32);
    private readonly string _path;

    internal Upload(DirectoryInfo folder) => _path = Path.Combine(folder.FullName, $"{Guid.NewGuid():N}");

    private string ListPath => _path + ".errors";

    public bool HasErrorList => File.Exists(ListPath);

    /// <summary>For the one time that the content is written.</summary>
    public Stream Create() => new CipherStream(File.Create(_path), _key);

    public Stream OpenRead() => new CipherStream(File.OpenRead(_path), _key);

    // The list is written at each reading of the file, and the values in it are the file's: with one key for
    // both times the one list would give away the other.
    internal Stream CreateErrorList()
    {
        RandomNumberGenerator.Fill(_listKey);
        return new CipherStream(File.Create(ListPath), _listKey);
    }

    internal Stream OpenErrorList() => new CipherStream(File.OpenRead(ListPath), _listKey);

    /// <summary>Forgets the content; the list of errors may still be asked for.</summary>
    internal void DeleteContent() => File.Delete(_path);

    /// <summary>Forgets everything.</summary>
    public void Delete()
    {
        DeleteContent();
        File.Delete(ListPath);
    }
}
