namespace Ganglion.EndToEnd.Tests.CommandLine;

public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("run")]
    [InlineData("compile")]
    public async Task A_missing_file_is_named(string command)
    {
        string path = _folder.PathTo("missing.nir");

        Refused(await Program.RunAsync(command, path), path);
    }

    [Theory]
    [InlineData("folder.nir")]
    [InlineData("folder.net.yaml")]
    [InlineData("folder.chip")]
    public async Task A_folder_is_not_a_file(string name)
    {
        Directory.CreateDirectory(_folder.PathTo(name));

        Refused(await Program.RunAsync("run", _folder.PathTo(name)), name);
    }

    [Theory]
    [InlineData("junk.nir")]
    [InlineData("junk.net.yaml")]
    [InlineData("junk.chip")]
    [InlineData("junk.yaml")]
    [InlineData("junk.txt")]
    public async Task Binary_junk_is_refused(string name)
    {
        byte[] junk = [.. Enumerable.Range(0, 4096).Select(i => (byte)((i * 7919) >> 3))];
        await File.WriteAllBytesAsync(_folder.PathTo(name), junk, TestContext.Current.CancellationToken);

        Refused(await Program.RunAsync("run", _folder.PathTo(name), "--steps", "1"), name);
    }

    [Fact]
    public async Task All_mistakes_of_a_network_are_reported_at_once()
    {
        string network = _folder.Write(
            "wrong.net.yaml",
            Networks.Driven.Replace("threshold: 1.0", "treshold: 1.0", StringComparison.Ordinal).Replace("target: second", "target: third", StringComparison.Ordinal));

        ProgramResult result = await Program.RunAsync("run", network);

        Refused(result, "wrong.net.yaml:");
        Assert.True(result.Error.Split('\n').Count(line => line.Contains(": error GAN", StringComparison.Ordinal)) >= 3, result.Error);
    }

    [Theory]
    [InlineData("did you mean 'loihi1'?", "--chip", "lohi1")]
    [InlineData("'unbounded'", "--chip", "unbound")]
    [InlineData("did you mean 'silicon'?", "--prices", "silicone")]
    [InlineData("no such file", "--chip", "./nowhere.yaml")]
    [InlineData("no such file", "--input", "nowhere.csv")]
    [InlineData("needs --out", "--probe", "first.v")]
    [InlineData("did you mean 'first'?", "--out", "OUT", "--probe", "frist.v")]
    [InlineData("'x', which population 'first' does not have", "--out", "OUT", "--probe", "first.x")]
    [InlineData("'v', which population 'input' does not have", "--out", "OUT", "--probe", "input.v")]
    [InlineData("--probe is 'v'", "--out", "OUT", "--probe", "v")]
    [InlineData("needs a chip", "--chip", "none", "--out", "OUT", "--probe", "weights")]
    [InlineData("has no price tables", "--chip", "unbounded", "--prices", "silicon")]
    [InlineData("--prices needs a chip", "--chip", "none", "--prices", "silicon")]
    [InlineData("--weight-bits needs a chip", "--chip", "none", "--weight-bits", "4")]
    [InlineData("--dt is for .nir files", "--dt", "0.001")]
    [InlineData("--reset is for .nir files", "--reset", "subtract")]
    [InlineData("two probes would write first.v.npy", "--out", "OUT", "--probe", "first.v", "--probe", "first.v:2")]
    [InlineData("between two samples", "--out", "OUT", "--probe", "first.v:0")]
    [InlineData("it is a file", "--out", "NETWORK")]
    public async Task Bad_options_of_a_run_are_explained(string expected, params string[] options)
    {
        string network = _folder.Write("driven.net.yaml", Networks.Driven);
        string[] arguments = [.. options.Select(option => option switch
        {
            "OUT" => _folder.PathTo("out"),
            "NETWORK" => network,
            _ => option,
        })];

        ProgramResult result = await Program.RunAsync(["run", network, .. arguments]);

        Refused(result, expected);
        Assert.False(Directory.Exists(_folder.PathTo("out")));
    }

    [Theory]
    [InlineData("GAN1421", "time,neuron\n1,0\n")]
    [InlineData("GAN1422", "timestep,neuron\n1,zero\n")]
    [InlineData("GAN1422", "timestep,neuron\n1,3\n")]
    [InlineData("GAN1422", "timestep,neuron\n-1,0\n")]
    [InlineData("GAN1422", "timestep,population,neuron,payload\n1,input,0,0\n")]
    [InlineData("GAN1422", "timestep,population,neuron\n1,\"input,0\n")]
    [InlineData("GAN1423", "timestep,population,neuron\n1,inptu,0\n")]
    [InlineData("GAN1421", "")]
    public async Task Bad_input_spikes_are_refused_with_their_line(string code, string spikes)
    {
        string network = _folder.Write("relay.net.yaml", Networks.External);
        string input = _folder.Write("spikes.csv", spikes);

        Refused(await Program.RunAsync("run", network, "--input", input), $": error {code}: ");
    }

    [Fact]
    public async Task A_run_without_an_end_asks_for_one()
    {
        string endless = _folder.Write("endless.net.yaml", Networks.Endless);
        string silent = _folder.Write("relay.net.yaml", Networks.External);

        Refused(await Program.RunAsync("run", endless), "--steps");
        Refused(await Program.RunAsync("run", silent), "--steps");
    }

    public void Dispose() => _folder.Dispose();

    private static void Refused(ProgramResult result, string expected)
    {
        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.Empty(result.Output);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }
}
