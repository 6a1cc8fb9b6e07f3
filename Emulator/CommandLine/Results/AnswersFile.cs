using Ganglion.CommandLine.Digits;

namespace Ganglion.CommandLine.Results;

/// <summary><c>answers.csv</c>: what the network answered to every image.</summary>
/// <param name="folder">Folder.</param>
internal sealed class AnswersFile(string folder) : IResultFile
{
    private readonly CsvFile _file = new(folder, "answers.csv", "image,label,float,chip");

    /// <inheritdoc/>
    public string Name => _file.Name;

    /// <summary>Adds an image.</summary>
    /// <param name="answer">The answers to it.</param>
    public void Add(DigitAnswer answer) =>
        _file.Add(answer.Image.Number).Add(answer.Image.Label).Add(answer.Float).Add(answer.Chip).EndRow();

    /// <inheritdoc/>
    public void Complete() => _file.Complete();

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
