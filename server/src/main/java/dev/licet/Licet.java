package dev.licet;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the server. */
@SpringBootApplication
public class Licet {

    public static void main(String[] args) {
        SpringApplication.run(Licet.class, args);
    }
}
